package se.foreningstorget.searchkit;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Measures searching a small and a large catalogue with the same mix of queries, one thread; run by
 * hand. Beside the wall clock it takes the thread's own CPU time, which other work on the machine
 * disturbs less.
 */
final class SearchBench {
    private static final List<String> PLACES =
            List.of(
                    "Helsingborgs",
                    "Råå",
                    "Rydebäcks",
                    "Ödåkra",
                    "Påarps",
                    "Ramlösa",
                    "Allerums",
                    "Mörarps",
                    "Gantofta",
                    "Kattarps",
                    "Vallåkra",
                    "Bårslövs",
                    "Tågaborgs",
                    "Raus");
    private static final List<String> HEADS =
            List.of(
                    "kammarmusik",
                    "barn",
                    "dam",
                    "skolmusei",
                    "fotbolls",
                    "karate",
                    "schack",
                    "scout",
                    "pensionärs",
                    "hembygds",
                    "teater",
                    "dans",
                    "foto",
                    "cykel",
                    "segel",
                    "sång",
                    "bridge",
                    "brukshunds",
                    "sim",
                    "konst",
                    "odlar",
                    "släktforskar",
                    "kultur");
    private static final List<String> TAILS =
            List.of("förening", "klubb", "sällskap", "kör", "förbund", "vänner", "grupp", "lag");
    private static final String[] PROSE =
            ("vi träffas varje vecka och sjunger spelar dansar tillsammans nybörjare välkomna barn"
                            + " ungdomar vuxna äldre lokal musik kör idrott tävling läger utflykt natur"
                            + " historia museum hantverk språk kurs studiecirkel torsdag onsdag kväll sommar"
                            + " konsert föreställning träning motion gemenskap fika stöd hjälp volontär"
                            + " medlem avgift gratis rullstol hiss kollektivtrafik parkering bibliotek skola"
                            + " kyrka park strand hamn skog trädgård odling matlagning film foto teater")
                    .split(" ");
    private static final int RUNS = 6_000;

    private SearchBench() {}

    public static void main(String[] args) throws IOException {
        for (int size : new int[] {51, 100_000, 51}) {
            var folder = Files.createTempDirectory("search-bench");
            folder.toFile().deleteOnExit();
            try (var catalogue = Catalogue.open(folder, City.FIELDS, Refused::new)) {
                long start = System.nanoTime();
                var random = new Random(7);
                for (int i = 0; i < size; i++) {
                    catalogue.put(entry(i, random));
                }
                long searchable = System.nanoTime();
                catalogue.search(Query.everything());
                System.out.printf(
                        Locale.ROOT,
                        "%,d entries: put in %.2f s, first search %.0f ms%n",
                        size,
                        (searchable - start) / 1e9,
                        (System.nanoTime() - searchable) / 1e6);
                measureAll(catalogue);
            }
        }
    }

    private static void measureAll(Catalogue catalogue) {
        measure(catalogue, 1, "warm-up");
        measure(catalogue, 2, "all kinds");
        for (int kind = 0; kind < KINDS.size(); kind++) {
            measure(catalogue, 3, KINDS.get(kind), kind, RUNS / 4);
        }
    }

    private static final List<String> KINDS =
            List.of(
                    "common word",
                    "rare word",
                    "two words",
                    "three words",
                    "beginning",
                    "typing error",
                    "filter",
                    "sorted by name",
                    "everything",
                    "sentence");

    private static void measure(Catalogue catalogue, long seed, String label) {
        measure(catalogue, seed, label, -1, RUNS);
    }

    private static void measure(Catalogue catalogue, long seed, String label, int kind, int runs) {
        var random = new Random(seed);
        var times = new long[runs];
        var cpuTimes = new long[runs];
        var threads = ManagementFactory.getThreadMXBean();
        long hits = 0;
        long begun = System.nanoTime();
        for (int i = 0; i < runs; i++) {
            var query = query(kind < 0 ? random.nextInt(KINDS.size()) : kind, random);
            long start = System.nanoTime();
            long cpuStart = threads.getCurrentThreadCpuTime();
            hits += catalogue.search(query).total();
            cpuTimes[i] = threads.getCurrentThreadCpuTime() - cpuStart;
            times[i] = System.nanoTime() - start;
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        Arrays.sort(times);
        Arrays.sort(cpuTimes);
        System.out.printf(
                Locale.ROOT,
                "  %-15s %,7.0f searches/s  p50 %7.3f ms  p99 %7.3f ms, cpu p50 %6.3f p99 %6.3f ms  (%,d hits each)%n",
                label,
                runs / seconds,
                times[runs / 2] / 1e6,
                times[runs * 99 / 100] / 1e6,
                cpuTimes[runs / 2] / 1e6,
                cpuTimes[runs * 99 / 100] / 1e6,
                hits / runs);
    }

    private static Query query(int kind, Random random) {
        var prose = one(Arrays.asList(PROSE), random);
        var place = one(PLACES, random);
        var head = one(HEADS, random);
        return switch (kind) {
            case 0 -> Query.of(prose);
            case 1 -> Query.of(invented(random.nextInt(2_000)));
            case 2 -> Query.of(place + " " + head);
            case 3 -> Query.of(place + " " + head + " " + prose);
            case 4 -> Query.of(head.substring(0, 2 + random.nextInt(head.length() - 1)));
            case 5 -> Query.of(misspelled(random.nextBoolean() ? head : prose, random));
            case 6 -> Query.of(prose).where("district", "Råå").between("members", 100L, 3_000L);
            case 7 -> Query.of(head).orderedBy(Order.alphabetical("name"));
            case 8 -> Query.everything().orderedBy(Order.descending("members"));
            default -> Query.of("jag vill " + prose + " i " + head + " för " + one(TAILS, random));
        };
    }

    private static Entry entry(int i, Random random) {
        var name =
                one(PLACES, random)
                        + " "
                        + one(HEADS, random)
                        + one(TAILS, random)
                        + " "
                        + invented(random.nextInt(5_000));
        var prose = new ArrayList<String>();
        for (int word = 0; word < 40; word++) {
            prose.add(one(Arrays.asList(PROSE), random));
        }
        prose.add(invented(random.nextInt(50_000)));
        return Entry.of("association-" + i)
                .text("name", name)
                .text("description", String.join(" ", prose))
                .facet("activity", one(HEADS, random))
                .facet("activity", one(HEADS, random))
                .facet("district", one(PLACES, random).replace("Raus", "Råå"))
                .sortable("name", name)
                .number("members", (long) random.nextInt(5_000))
                .payload(
                        ("{\"name\":\"" + name + "\",\"about\":\"" + prose + "\"}")
                                .getBytes(StandardCharsets.UTF_8))
                .build();
    }

    /** A name like those that people invent: many and different. */
    private static String invented(int number) {
        var syllables =
                List.of(
                        "ka", "ro", "li", "må", "ten", "vis", "bra", "ulf", "sö", "den", "ny",
                        "ek");
        var name = new StringBuilder();
        for (int rest = number + 300; rest > 0; rest /= 12) {
            name.append(syllables.get(rest % 12));
        }
        return name.toString();
    }

    private static String misspelled(String word, Random random) {
        int at = random.nextInt(word.length());
        return word.substring(0, at)
                + (char) ('a' + random.nextInt(26))
                + word.substring(Math.min(word.length(), at + 1));
    }

    private static <T> T one(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}
