package se.foreningstorget.eventkit.web;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE_USE;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;
import org.jspecify.annotations.Nullable;
import se.foreningstorget.contracts.ContractJson;

/**
 * A text that is one of an enum's values as JSON writes them, or one of the words; a filter left
 * empty, as forms do, is none. For filters that are handed on as text.
 */
@Documented
@Constraint(validatedBy = OneOf.Known.class)
@Target({FIELD, METHOD, PARAMETER, TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface OneOf {
    Class<? extends Enum<?>>[] value() default {};

    String[] words() default {};

    String message() default "{se.foreningstorget.eventkit.web.OneOf.message}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Looks it up, and names what there is when it is not there. */
    final class Known implements ConstraintValidator<OneOf, CharSequence> {
        private final Set<String> known = new LinkedHashSet<>();

        @Override
        public void initialize(OneOf said) {
            for (var type : said.value()) {
                for (var constant : type.getEnumConstants()) {
                    known.add(ContractJson.mapper().convertValue(constant, String.class));
                }
            }
            known.addAll(Arrays.asList(said.words()));
        }

        @Override
        public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
            context.unwrap(HibernateConstraintValidatorContext.class)
                    .addMessageParameter("known", String.join(", ", known));
            return text == null || text.toString().isBlank() || known.contains(text.toString());
        }
    }
}
