package se.foreningstorget.register.leads;

import se.foreningstorget.eventkit.Rejection;

/** Why something cannot be done with a lead. */
enum LeadRejection implements Rejection {
    /** The id stands for another lead. */
    ID_IN_USE,
    NO_SUCH_LEAD,
    /** The resident took it back. */
    LEAD_WITHDRAWN,
    /** The register has no such association. */
    ASSOCIATION_UNKNOWN,
    /** It is a unit or council of the city. */
    ASSOCIATION_TAKES_NO_LEADS,
    /** Nobody there has an e-mail address. */
    ASSOCIATION_HAS_NO_CONTACT,
    /** It never went to that association. */
    NOT_FORWARDED,
    /** The association gave another answer before. */
    ANSWERED_ALREADY
}
