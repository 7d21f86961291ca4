package se.foreningstorget.embedded;

import java.nio.file.Path;

/** Says that another process, or another part of this one, already works in a data folder. */
public final class FolderInUseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FolderInUseException(Path folder) {
        super(
                "The folder "
                        + folder
                        + " is in use: one process per data folder. Stop the other one, or choose"
                        + " another folder.");
    }
}
