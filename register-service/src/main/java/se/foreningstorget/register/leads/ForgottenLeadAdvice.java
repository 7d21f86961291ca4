package se.foreningstorget.register.leads;

import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import se.foreningstorget.eventkit.web.Problems;

/** Says that a lead was there, under which number, and when it was disposed of. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ForgottenLeadAdvice {
    private static final ZoneId CITY = ZoneId.of("Europe/Stockholm");

    private final Problems problems;

    ForgottenLeadAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<Object> gone(ForgottenLead lead) {
        return problems.reply(
                HttpStatus.GONE,
                "forgotten",
                LocaleContextHolder.getLocale(),
                lead.number(),
                LocalDate.ofInstant(lead.at(), CITY).toString());
    }
}
