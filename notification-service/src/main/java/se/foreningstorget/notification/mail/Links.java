package se.foreningstorget.notification.mail;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where mails point to: pages of the web, and the one-click address.
 *
 * @param publicUrl the address the system is reached at from outside, without a slash at its end
 */
@ConfigurationProperties("foreningstorget")
public record Links(@DefaultValue("http://127.0.0.1:8080") String publicUrl) {
    public Links {
        publicUrl = publicUrl.replaceFirst("/+$", "");
    }

    public String host() {
        var host = URI.create(publicUrl).getHost();
        return host == null ? "localhost" : host;
    }

    public String confirm(String key) {
        return publicUrl + "/newsletter/confirm/" + key;
    }

    public String end(String key) {
        return publicUrl + "/newsletter/end/" + key;
    }

    /** For mail programs (RFC 8058), not for people. */
    public String oneClick(String key) {
        return publicUrl + "/api/notification/v1/unsubscribe/" + key;
    }

    public String newsletter() {
        return publicUrl + "/newsletter";
    }

    public String event(String id) {
        return publicUrl + "/events/" + id;
    }

    public String receipt(String lead, String key) {
        return publicUrl + "/leads/" + lead + "/receipt/" + key;
    }

    public String answer(String lead, String association, String key) {
        return publicUrl + "/leads/" + lead + "/answer/" + association + "/" + key;
    }
}
