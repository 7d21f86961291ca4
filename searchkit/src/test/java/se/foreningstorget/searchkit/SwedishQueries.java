package se.foreningstorget.searchkit;

/** The table of queries: what is typed | what is expected, separated by semicolons. */
final class SwedishQueries {
    static final String FINDS =
            """
            kör            | Sjöbris damkör; Tågaborgs barnkör; Kullabygdens manskör
            körer          | Sjöbris damkör; Tågaborgs barnkör; Kullabygdens manskör
            barnkör        | Tågaborgs barnkör
            barnkören      | Tågaborgs barnkör
            museiförening  | Råå museiförening; Rydebäcks museiförening; Helsingborgs skolmuseiförening; Nordvästra Skånes Scoutmuseiförening
            museum         | Råå museiförening; Rydebäcks museiförening; Helsingborgs skolmuseiförening; Nordvästra Skånes Scoutmuseiförening
            museet         | Råå museiförening
            museer         | Råå museiförening
            kammarmusik    | Helsingborgs kammarmusikförening
            musik          | Helsingborgs kammarmusikförening; Öresunds blåsorkester
            musikförening  | Helsingborgs kammarmusikförening
            scout          | Nordvästra Skånes Scoutmuseiförening
            scouter        | Nordvästra Skånes Scoutmuseiförening
            skolmusei      | Helsingborgs skolmuseiförening
            råå            | Råå IF; Råå museiförening
            raa            | Råå IF; Råå museiförening
            odakra         | Ödåkra brevduveförening
            angelback      | Ängelbäcks hembygdsförening
            cafe           | Café Fenix
            café           | Café Fenix
            sjunga         | Sjöbris damkör; Tågaborgs barnkör; Kullabygdens manskör; Visans vänner Helsingborg
            sjunga i kör   | Sjöbris damkör; Tågaborgs barnkör; Kullabygdens manskör
            jag vill sjunga i en kör | Sjöbris damkör; Tågaborgs barnkör; Kullabygdens manskör
            visor          | Visans vänner Helsingborg; Sjöbris damkör
            visa           | Visans vänner Helsingborg
            dykning        | Helsingborgs sportdykarklubb Delfinen
            dykare         | Helsingborgs sportdykarklubb Delfinen
            klubb          | Helsingborgs karateklubb; Helsingborgs sportdykarklubb Delfinen; Geologiklubben i Helsingborg; Helsingborgs brukshundsklubb
            hund           | Helsingborgs brukshundsklubb
            hundar         | Helsingborgs brukshundsklubb
            brukshund      | Helsingborgs brukshundsklubb
            konståkning    | IFK Helsingborg konståkning
            konst          | Helsingborgs scenkonstforum
            scen           | Helsingborgs scenkonstforum
            pensionärer    | RPG (Riksförbundet pensionärsgemenskap); Kommunala Pensionärsrådet; SPF Tågaborg; PRO Ramlösa
            pensionär      | RPG (Riksförbundet pensionärsgemenskap); Kommunala Pensionärsrådet
            allergi        | Astma- och allergiförbundet i Helsingborg
            astma          | Astma- och allergiförbundet i Helsingborg
            friluftsliv    | Friluftsförbundet Helsingborg-Kullabygden
            friluft        | Friluftsförbundet Helsingborg-Kullabygden
            kullabygden    | Friluftsförbundet Helsingborg-Kullabygden; Kullabygdens manskör
            rods korset    | Röda Korset Helsingborgskretsen
            röda korset    | Röda Korset Helsingborgskretsen
            helsingborg    | Geologiklubben i Helsingborg; Helsingborgs IF; Röda Korset Helsingborgskretsen
            invasam        | INVA-SAM
            inva-sam       | INVA-SAM
            s04            | BiH – S04
            schack         | Påarps schacksällskap; Schackklubben Springaren
            schackförening | Påarps schacksällskap; Schackklubben Springaren
            spela schack   | Påarps schacksällskap; Schackklubben Springaren
            cykel          | Mariastadens cykelverkstad
            cyklar         | Mariastadens cykelverkstad
            odla           | Ådalens odlarförening; Gröna kvarteret
            odling         | Ådalens odlarförening; Gröna kvarteret
            läxhjälp       | Läxhjälpen på Dalhem
            dansa          | Dansföreningen Polskan; Somaliska kvinnoföreningen
            kvinnor        | Somaliska kvinnoföreningen; Sjöbris damkör
            segling        | Segelsällskapet Nordan
            brottning      | Raus brottarklubb
            hockey         | Ishockeyföreningen Isbjörnarna
            idrott         | Friidrottsklubben Pilen
            friidrott      | Friidrottsklubben Pilen
            hembygd        | Ängelbäcks hembygdsförening
            släktforskning | Släktforskarna i Nordväst
            sticka         | Handarbetsgruppen Maskan
            sekreterare    | Helsingborgs sekreterarförening
            diskriminering | Antidiskrimineringsbyrån Helsingborg
            diabetes       | Diabetesföreningen i Helsingborg
            reumatiker     | Reumatikerföreningen Helsingborg
            neuro          | Neuroförbundet Västra Skåne
            volontär       | Volontärcenter Helsingborgs stad; Läxhjälpen på Dalhem
            förbundet      | Humanistiska förbundet; Friluftsförbundet Helsingborg-Kullabygden; Personskadeförbundet RTP
            duva           | Ödåkra brevduveförening
            kam            | Helsingborgs kammarmusikförening
            sko            | Helsingborgs skolmuseiförening
            geol           | Geologiklubben i Helsingborg
            medborgarsk    | Medborgarskolan
            helsingborgs ka | Helsingborgs kammarmusikförening; Helsingborgs karateklubb
            kararte        | Helsingborgs karateklubb
            karatt         | Helsingborgs karateklubb
            xarate         | Helsingborgs karateklubb
            parkison       | Parkinsonföreningen
            pensoinär      | RPG (Riksförbundet pensionärsgemenskap)
            museiforening  | Råå museiförening
            musieförening  | Råå museiförening
            helsinborg     | Helsingborgs IF
            choir          | Sjöbris damkör; Tågaborgs barnkör; Kullabygdens manskör
            choirs         | Sjöbris damkör
            I want to sing in a choir | Sjöbris damkör; Tågaborgs barnkör
            chess club     | Påarps schacksällskap; Schackklubben Springaren
            dog            | Helsingborgs brukshundsklubb
            swimming       | Helsingborgs simsällskap
            volunteer      | Volontärcenter Helsingborgs stad
            hör och häpna  | Hör och Häpna
            """;

    static final String FIRST =
            """
            råå museiförening        | Råå museiförening
            helsingborgs if          | Helsingborgs IF
            råå if                   | Råå IF
            barnkör tågaborg         | Tågaborgs barnkör
            kör råå                  | Sjöbris damkör
            dans                     | Dansföreningen Polskan
            visans vänner            | Visans vänner Helsingborg
            karate helsingborg       | Helsingborgs karateklubb
            kor                      | Kor och får
            sång                     | Visans vänner Helsingborg
            jag vill spela schack på onsdagar | Schackklubben Springaren
            museum i råå             | Råå museiförening
            unionen seniorer         | Unionen Seniorer; Unionen seniorerna SV Helsingborg
            """;

    static final String NOT =
            """
            kör                      | Kor och får
            jag vill sjunga i en kör | Kamratföreningen Grisen; Svenska med baby
            museiförening            | Helsingborgs kulturförening; Skånes föreningar
            dam                      | Kommunala Pensionärsrådet
            karate                   | Tian Dao Taekwondo
            """;

    private SwedishQueries() {}
}
