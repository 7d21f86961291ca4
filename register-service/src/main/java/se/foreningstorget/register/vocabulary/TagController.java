package se.foreningstorget.register.vocabulary;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import se.foreningstorget.eventkit.web.Listing;

/** The vocabulary, for everybody. */
@RestController
class TagController {
    private final Vocabulary vocabulary;

    TagController(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** A tag with its labels. */
    record TagView(String id, String sv, String en) {}

    @GetMapping("/api/register/v1/tags")
    Listing<TagView> tags() {
        var tags =
                vocabulary.all().stream()
                        .map(tag -> new TagView(tag.id(), tag.sv(), tag.en()))
                        .toList();
        return Listing.of(tags, tags.size(), null);
    }
}
