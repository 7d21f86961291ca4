package se.foreningstorget.contracts.register;

import org.jspecify.annotations.Nullable;

/**
 * A person an association can be reached through; at least one of the details is there.
 *
 * @param phone as written by its owner, spaces and all
 * @param visibility who may see the details; leads reach the contact whatever it says
 */
public record Contact(
        String name,
        @Nullable String role,
        @Nullable String email,
        @Nullable String phone,
        Visibility visibility) {}
