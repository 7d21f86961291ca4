/** The ledger of mails and the courier that hands them to the mail server. */
@NullMarked
package se.foreningstorget.notification.mail;

import org.jspecify.annotations.NullMarked;
