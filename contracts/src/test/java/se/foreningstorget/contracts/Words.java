package se.foreningstorget.contracts;

import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;

/** What the Javadoc of the contracts says, by simple class name and {@code Class.component}. */
final class Words {
    private final Map<String, String> said = new HashMap<>();

    static Words in(Path sources) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null);
                var found = Files.walk(sources)) {
            var java = found.filter(file -> file.toString().endsWith(".java")).toList();
            var task =
                    (JavacTask)
                            compiler.getTask(
                                    null,
                                    files,
                                    null,
                                    List.of("-proc:none"),
                                    null,
                                    files.getJavaFileObjectsFromPaths(java));
            var words = new Words();
            words.new Reader(DocTrees.instance(task)).scan(task.parse(), null);
            return words;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The sentence about a type. */
    Optional<String> about(Class<?> type) {
        return Optional.ofNullable(said.get(type.getSimpleName()));
    }

    /** What {@code @param} says of a record's component. */
    Optional<String> about(Class<?> type, String component) {
        return Optional.ofNullable(said.get(type.getSimpleName() + "." + component));
    }

    private final class Reader extends TreePathScanner<Void, Void> {
        private final DocTrees trees;

        Reader(DocTrees trees) {
            this.trees = trees;
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            var name = type.getSimpleName().toString();
            var comment = trees.getDocCommentTree(getCurrentPath());
            if (comment != null) {
                said.put(name, plain(comment.getFullBody()));
                for (var tag : comment.getBlockTags()) {
                    if (tag instanceof ParamTree parameter && !parameter.isTypeParameter()) {
                        said.put(
                                name + "." + parameter.getName(),
                                plain(parameter.getDescription()));
                    }
                }
            }
            return super.visitClass(type, nothing);
        }

        private String plain(List<? extends DocTree> text) {
            return text.stream()
                    .map(DocTree::toString)
                    .collect(Collectors.joining())
                    .replaceAll("\\{@\\w+ ([^}]*)}", "$1")
                    .replaceAll("\\s+", " ")
                    .strip();
        }
    }
}
