package se.foreningstorget.standalone.ops;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The files beside the code that operators use. */
final class OpsFiles {
    static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    private OpsFiles() {}

    static String text(String path) {
        try {
            return Files.readString(ROOT.resolve(path));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** A file's YAML documents; a key said twice fails. */
    static List<Map<String, Object>> yaml(String path) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        var all = new ArrayList<Map<String, Object>>();
        for (var document : new Yaml(new SafeConstructor(options)).loadAll(text(path))) {
            @SuppressWarnings("unchecked")
            var map = (Map<String, Object>) document;
            all.add(map);
        }
        return all;
    }
}
