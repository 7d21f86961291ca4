package se.foreningstorget.register.associations;

import se.foreningstorget.eventkit.Rejection;

/** Why a description is refused. */
enum AssociationRejection implements Rejection {
    /** Only the city's staff say what is a unit or council of the city. */
    KIND_IS_THE_CITYS
}
