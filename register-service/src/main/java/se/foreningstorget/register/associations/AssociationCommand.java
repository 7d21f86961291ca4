package se.foreningstorget.register.associations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.foreningstorget.contracts.register.Association;
import se.foreningstorget.contracts.register.AssociationFacts;
import se.foreningstorget.contracts.register.AssociationId;
import se.foreningstorget.contracts.register.Source;

/** What can be asked of an association's entry. */
sealed interface AssociationCommand {

    /**
     * Register it, or change what is said of it.
     *
     * @param kindSaid whether the facts' kind was said; else an entry's kind stays as it is
     * @param tagsSaid whether the facts' tags were said; else an entry's tags, and whether they are
     *     guessed, stay as they are
     * @param source whose word it is; the meeting notes' word counts only where there is none yet
     */
    record Describe(
            AssociationId id,
            AssociationFacts facts,
            boolean kindSaid,
            boolean tagsSaid,
            Source source,
            String by,
            Instant now)
            implements AssociationCommand {

        /**
         * The facts after it. No tags at all say nothing against guessed ones, since that is also
         * what readers are shown of them and send back.
         */
        AssociationFacts after(@Nullable Association before) {
            if (before == null) {
                return facts;
            }
            var old = before.facts();
            boolean newTags = tagsSaid && !(old.tagsGuessed() && facts.tags().isEmpty());
            return new AssociationFacts(
                    facts.name(),
                    kindSaid ? facts.kind() : old.kind(),
                    facts.description(),
                    facts.descriptionEn(),
                    newTags ? facts.tags() : old.tags(),
                    newTags ? facts.tagsGuessed() : old.tagsGuessed(),
                    facts.area(),
                    facts.meets(),
                    facts.beginnersWelcome(),
                    facts.openToMembers(),
                    facts.howToJoin(),
                    facts.homepage(),
                    facts.contacts());
        }

        /** An association does not make itself, or what it speaks for, a part of the city. */
        boolean crossesTheCitysBorder(@Nullable Association before) {
            boolean tookLeads = before == null || before.facts().kind().takesLeads();
            return source == Source.ASSOCIATION && after(before).kind().takesLeads() != tookLeads;
        }
    }
}
