package se.foreningstorget.contracts.register;

import java.util.List;
import se.foreningstorget.contracts.Topic;

/** The topics register-service owns. */
public final class RegisterTopics {
    /** Personal: associations have contact persons. Copied by: venue, calendar (names only). */
    public static final Topic<Association, AssociationEvent> ASSOCIATIONS =
            Topic.personal("register.associations", Association.class, AssociationEvent.class);

    /** Personal. Copied by: register (index, history, archive), notification (mails). */
    public static final Topic<Lead, LeadEvent> LEADS =
            Topic.personal("register.leads", Lead.class, LeadEvent.class);

    public static final List<Topic<?, ?>> ALL = List.of(ASSOCIATIONS, LEADS);

    private RegisterTopics() {}
}
