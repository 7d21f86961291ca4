package se.foreningstorget.web.about;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import se.foreningstorget.web.shell.SeeOther;

/** Forgets the sign-in on this device. */
@Controller
class SignOutController {
    @PostMapping("/sign-out")
    ModelAndView signOut(HttpServletResponse response) {
        var gone =
                ResponseCookie.from("token", "")
                        .path("/")
                        .httpOnly(true)
                        .sameSite("Lax")
                        .maxAge(0)
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, gone.toString());
        return SeeOther.to("/");
    }
}
