package se.foreningstorget.register.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Swedish personnummer and samordningsnummer in free text, where they are never wanted: 10 or 12
 * digits with a date (a samordningsnummer has 60 added to the day) and a valid check digit.
 */
public final class PersonalNumbers {
    private static final Pattern SHAPE =
            Pattern.compile(
                    "(?<![0-9])(18|19|20)?([0-9]{2})([0-9]{2})([0-9]{2})"
                            + "( ?[-+\u2010\u2011\u2013\u2212] ?| ?)([0-9]{4})(?![0-9])");

    /** Mobile numbers begin so, and about one in eighteen passes for a personnummer. */
    private static final Pattern MAYBE_A_PHONE = Pattern.compile("07[02369][0-9]{7}");

    private PersonalNumbers() {}

    /** Whether there is one that could not be a telephone number as well. */
    public static boolean surelyIn(String text) {
        return SHAPE.matcher(text)
                .results()
                .anyMatch(found -> isOne(found) && !MAYBE_A_PHONE.matcher(found.group()).matches());
    }

    /** The text with every possible one made unreadable; equal to it when there is none. */
    public static String masked(String text) {
        return SHAPE.matcher(text).replaceAll(found -> isOne(found) ? "******-****" : "$0");
    }

    private static boolean isOne(MatchResult found) {
        int month = Integer.parseInt(found.group(3));
        int day = Integer.parseInt(found.group(4));
        return isDate(found.group(1), found.group(2), month, day > 60 ? day - 60 : day)
                && passesLuhn(found.group(2) + found.group(3) + found.group(4) + found.group(6));
    }

    private static boolean isDate(String century, String year, int month, int day) {
        // Without a century: a leap year of the 1900s is one of the 2000s too.
        int full = Integer.parseInt((century == null ? "20" : century) + year);
        try {
            var unused = LocalDate.of(full, month, day);
            return true;
        } catch (DateTimeException no) {
            return false;
        }
    }

    private static boolean passesLuhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = (digits.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += digit > 9 ? digit - 9 : digit;
        }
        return sum % 10 == 0;
    }
}
