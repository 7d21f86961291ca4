package se.foreningstorget.gateway;

import java.io.IOException;

/** Who sent the request stopped sending or listening; nobody is left to answer. */
final class SenderGone extends IOException {
    SenderGone(IOException cause) {
        super(cause);
    }
}
