package se.foreningstorget.web.shell;

import java.beans.PropertyEditorSupport;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** Hands controllers what stands in an address without control characters: no search means them. */
@ControllerAdvice
final class CleanAddresses {
    @InitBinder
    void clean(WebDataBinder binder) {
        binder.registerCustomEditor(
                String.class,
                new PropertyEditorSupport() {
                    @Override
                    public void setAsText(String text) {
                        setValue(Plain.line(text));
                    }
                });
    }
}
