package se.foreningstorget.eventkit.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.beans.BeanUtils;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/** What the parameters of an address are called, which may be otherwise than in our code. */
final class ParameterNames {
    private ParameterNames() {}

    /** All that a method reads; none when it takes any. */
    static Optional<SortedSet<String>> of(HandlerMethod method) {
        var names = new TreeSet<String>();
        for (var parameter : method.getMethodParameters()) {
            boolean said = parameter.hasParameterAnnotation(RequestParam.class);
            if (said && Map.class.isAssignableFrom(parameter.getParameterType())) {
                return Optional.empty();
            } else if (said) {
                names.add(of(parameter));
            } else if (isBound(parameter)) {
                names.addAll(bound(parameter.getParameterType()).values());
            }
        }
        return Optional.of(names);
    }

    static String of(MethodParameter parameter) {
        var said = parameter.getParameterAnnotation(RequestParam.class);
        var name = said == null ? "" : said.name().isEmpty() ? said.value() : said.name();
        return name.isEmpty() ? String.valueOf(parameter.getParameterName()) : name;
    }

    /**
     * @param field of what the parameter is read into, such as {@code openToAll[1]}
     */
    static String of(MethodParameter parameter, String field) {
        if (!isBound(parameter)) {
            return field;
        }
        var name = field.split("[\\[.]", 2)[0];
        var said = bound(parameter.getParameterType()).getOrDefault(name, name);
        return said + field.substring(name.length());
    }

    /** A record read from parameters: no annotation says that it is read from elsewhere. */
    private static boolean isBound(MethodParameter parameter) {
        return parameter.getParameterType().isRecord()
                && parameter.getParameterType() != Caller.class
                && Stream.of(parameter.getParameterAnnotations())
                        .map(annotation -> annotation.annotationType())
                        .noneMatch(type ->
                                type != ModelAttribute.class
                                        && type.getPackage() == RequestParam.class.getPackage());
    }

    private static Map<String, String> bound(Class<?> type) {
        var names = new LinkedHashMap<String, String>();
        var constructor = BeanUtils.getResolvableConstructor(type);
        var ours = BeanUtils.getParameterNames(constructor);
        for (int i = 0; i < ours.length; i++) {
            var said = constructor.getParameters()[i].getAnnotation(BindParam.class);
            names.put(ours[i], said == null ? ours[i] : said.value());
        }
        return names;
    }
}
