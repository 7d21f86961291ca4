package se.foreningstorget.notification.mail;

/** An address as staff see it: enough to recognise, too little to write to. */
public final class MaskedAddress {
    private MaskedAddress() {}

    /** {@code a***@example.org} for {@code anna@example.org}. */
    public static String of(String address) {
        int at = address.lastIndexOf('@');
        return at < 1 ? "***" : address.substring(0, 1) + "***" + address.substring(at);
    }
}
