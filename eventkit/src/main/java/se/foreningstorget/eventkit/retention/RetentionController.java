package se.foreningstorget.eventkit.retention;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.foreningstorget.eventkit.web.Caller;
import se.foreningstorget.eventkit.web.Role;

/** Staff read by which rules the service disposes of records; they are changed in their file. */
@RestController
@RequestMapping("${foreningstorget.api-base}/retention")
class RetentionController {
    private final RetentionRules rules;

    RetentionController(RetentionRules rules) {
        this.rules = rules;
    }

    @GetMapping
    RetentionRules.Shown rules(Caller caller) {
        caller.mustBe(Role.STAFF);
        return rules.shown();
    }
}
