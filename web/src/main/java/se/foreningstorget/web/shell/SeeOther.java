package se.foreningstorget.web.shell;

import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** Sends the browser on to another page of ours, so that loading again repeats nothing. */
public final class SeeOther {
    private SeeOther() {}

    public static ModelAndView to(Address address) {
        return new ModelAndView(
                (model, request, response) -> {
                    response.setStatus(HttpStatus.SEE_OTHER.value());
                    response.setHeader(HttpHeaders.LOCATION, address.toString());
                },
                Map.of());
    }

    public static ModelAndView to(String path, Object... ids) {
        return to(Address.of(path, ids));
    }
}
