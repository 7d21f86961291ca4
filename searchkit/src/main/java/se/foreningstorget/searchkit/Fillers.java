package se.foreningstorget.searchkit;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The words that say nothing of what is looked for: jag, vill, i, och. */
final class Fillers {
    private static final Set<String> ALL =
            WordFile.lines("fillers.txt").stream()
                    .flatMap(line -> Arrays.stream(line.split("\\s+")))
                    .collect(Collectors.toUnmodifiableSet());

    private Fillers() {}

    static boolean contains(String spelling) {
        return ALL.contains(spelling);
    }
}
