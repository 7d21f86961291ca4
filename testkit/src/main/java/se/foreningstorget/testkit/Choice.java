package se.foreningstorget.testkit;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What runs where, judged from the environment and the images at hand. */
record Choice(Optional<String> brokerImage, Optional<String> storeImage, Optional<String> storeAt) {
    private static final String BROKER_IMAGE = "apache/kafka";
    private static final String STORE_IMAGE = "mongo";

    static final Choice EMBEDDED = new Choice(Optional.empty(), Optional.empty(), Optional.empty());

    static Choice here() {
        var forced = System.getenv("TESTKIT");
        var images = "embedded".equals(forced) ? Images.NONE : Images.local();
        return of(forced, System.getenv("MONGODB_URI"), images);
    }

    static Choice of(@Nullable String forced, @Nullable String storeAddress, Images images) {
        return switch (forced) {
            case null -> best(storeAddress, images);
            case "" -> best(storeAddress, images);
            case "embedded" -> EMBEDDED;
            case "containers" -> containers(best(storeAddress, images));
            default ->
                    throw new IllegalArgumentException(
                            "TESTKIT is embedded or containers, not " + forced);
        };
    }

    private static Choice best(@Nullable String storeAddress, Images images) {
        var storeAt = Optional.ofNullable(storeAddress).filter(address -> !address.isBlank());
        return new Choice(
                images.of(BROKER_IMAGE),
                storeAt.isPresent() ? Optional.empty() : images.of(STORE_IMAGE),
                storeAt);
    }

    // Forced means that a missing broker image is an error, not a reason to run something else. The
    // store may be elsewhere or, where no image of it is to be had, embedded.
    private static Choice containers(Choice choice) {
        if (choice.brokerImage().isEmpty()) {
            throw new IllegalStateException(
                    "TESTKIT=containers, but no container engine has an image " + BROKER_IMAGE);
        }
        return choice;
    }

    String describe() {
        return "testkit: broker="
                + brokerImage.map(image -> "container(" + image + ")").orElse("embedded")
                + " store="
                + storeAt.map(_ -> "MONGODB_URI")
                        .or(() -> storeImage.map(image -> "container(" + image + ")"))
                        .orElse("embedded")
                + " mailbox=embedded";
    }
}
