package se.foreningstorget.standalone;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import se.foreningstorget.eventkit.testing.Http;

/**
 * Knows only what was asked, what was answered, and what anybody can see in the end; judges by that
 * alone whether something was lost or happened twice.
 */
public final class Witness {
    /** Names an association was given, in order; what was asked last may have happened or not. */
    private final Map<String, Names> associations = new ConcurrentHashMap<>();

    private final String tag;
    private final Map<String, String> leads = new ConcurrentHashMap<>();
    private final Queue<String> leadsAsked = new ConcurrentLinkedQueue<>();
    private final Queue<String> bookings = new ConcurrentLinkedQueue<>();
    private final Set<String> days = ConcurrentHashMap.newKeySet();
    private final AtomicInteger attempted = new AtomicInteger();
    private final AtomicInteger acknowledged = new AtomicInteger();

    /**
     * @param tag in the names of all that is written under these eyes
     */
    public Witness(String tag) {
        this.tag = tag;
    }

    String tag() {
        return tag;
    }

    /** How many writes were acknowledged so far. */
    int acknowledged() {
        return acknowledged.get();
    }

    /** What was asked of one association, by one client after another. */
    private static final class Names {
        private String acknowledged = "";
        private final List<String> unanswered = new ArrayList<>();
    }

    /** Found out in the end. */
    public record Verdict(
            int attempted, int acknowledged, List<String> lost, List<String> doubled) {
        public boolean isClean() {
            return lost.isEmpty() && doubled.isEmpty();
        }

        @Override
        public String toString() {
            return "%d attempted, %d acknowledged, %d lost%s, %d doubled%s"
                    .formatted(
                            attempted,
                            acknowledged,
                            lost.size(),
                            lost.isEmpty() ? "" : " " + lost,
                            doubled.size(),
                            doubled.isEmpty() ? "" : " " + doubled);
        }
    }

    int nextNumber() {
        return attempted.incrementAndGet();
    }

    void willName(String association, String name) {
        var names = associations.computeIfAbsent(association, _ -> new Names());
        synchronized (names) {
            names.unanswered.add(name);
        }
    }

    void named(String association, String name) {
        acknowledged.incrementAndGet();
        var names = associations.get(association);
        synchronized (names) {
            names.acknowledged = name;
            names.unanswered.clear();
        }
    }

    void willLeave(String lead) {
        leadsAsked.add(lead);
    }

    void left(String lead, String number) {
        acknowledged.incrementAndGet();
        leads.put(lead, number);
    }

    void willBook(String day) {
        days.add(day);
    }

    void booked(String booking) {
        acknowledged.incrementAndGet();
        bookings.add(booking);
    }

    /** The acknowledged leads whose residents have no mail in the mailbox yet. */
    public Set<String> awaitingMail(Collection<String> recipients) {
        var missing = new HashSet<>(leads.keySet());
        recipients.forEach(address -> missing.remove(address.replace("@example.org", "")));
        return missing;
    }

    /**
     * @param recipients of every mail that came, one entry a mail
     */
    public Verdict judge(Http square, String staff, Collection<String> recipients) {
        var lost = new ArrayList<String>();
        var doubled = new ArrayList<String>();
        judgeAssociations(square, staff, lost, doubled);
        judgeLeads(square, staff, lost, doubled);
        judgeBookings(square, staff, lost, doubled);
        awaitingMail(recipients).forEach(lead -> lost.add("mail to " + lead));
        var counts = new TreeMap<String, Integer>();
        recipients.forEach(address -> counts.merge(address, 1, Integer::sum));
        counts.forEach((address, count) -> {
            if (count > 1 && leadsAsked.contains(address.replace("@example.org", ""))) {
                doubled.add(count + " mails to " + address);
            }
        });
        return new Verdict(attempted.get(), acknowledged.get(), lost, doubled);
    }

    private void judgeAssociations(
            Http square, String staff, List<String> lost, List<String> doubled) {
        associations.forEach((id, names) -> {
            var path = "/api/register/v1/associations/" + id;
            var reply = square.get(path, staff);
            var now = reply.status() == 200 ? reply.json().get("name").asString() : "";
            if (!now.equals(names.acknowledged) && !names.unanswered.contains(now)) {
                lost.add(id + " is \"" + now + "\", not \"" + names.acknowledged + '"');
            }
            var seen = new HashMap<String, Integer>();
            for (var line : square.get(path + "/history", staff).json().path("items")) {
                if (line.path("changed").toString().contains("name")) {
                    seen.merge(line.path("facts").path("name").asString(), 1, Integer::sum);
                }
            }
            seen.forEach((name, times) -> {
                if (times > 1) {
                    doubled.add(id + " became \"" + name + "\" " + times + " times");
                }
            });
        });
    }

    private void judgeLeads(Http square, String staff, List<String> lost, List<String> doubled) {
        var byNumber = new HashMap<String, String>();
        for (var id : leadsAsked) {
            var reply = square.get("/api/register/v1/leads/" + id, staff);
            var number = reply.status() == 200 ? reply.json().get("number").asString() : "";
            var acknowledgedNumber = leads.get(id);
            if (acknowledgedNumber != null && !acknowledgedNumber.equals(number)) {
                lost.add(id + " is number \"" + number + "\", not " + acknowledgedNumber);
            }
            var other = number.isEmpty() ? null : byNumber.putIfAbsent(number, id);
            if (other != null && !other.equals(id)) {
                doubled.add("number " + number + " of " + id + " and " + other);
            }
        }
    }

    private void judgeBookings(Http square, String staff, List<String> lost, List<String> doubled) {
        for (var booking : bookings) {
            if (square.get(booking, staff).status() != 200) {
                lost.add(booking);
            }
        }
        for (var day : days) {
            var end = "";
            for (var taken : square.get(day, staff).json().path("taken")) {
                if (taken.get("from").asString().compareTo(end) < 0) {
                    doubled.add(day + " at " + taken.get("from").asString());
                }
                end = taken.get("to").asString();
            }
        }
    }
}
