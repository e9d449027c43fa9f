package dev.orrery.models;

import dev.orrery.api.ContextPiece;
import dev.orrery.api.ModelRequest;
import dev.orrery.api.ModelTask;
import dev.orrery.api.PromptPart;
import dev.orrery.api.PromptPart.Role;
import dev.orrery.models.router.RequestFacts;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a request must look like, and what of it the router needs to know. */
final class RequestShape {
    private static final int LEAST_CODE = 64;

    private RequestShape() {}

    /** @throws IllegalArgumentException where the parts are not those of the task */
    static void check(ModelRequest request) {
        List<PromptPart> parts = request.parts();
        boolean fits =
                switch (request.task()) {
                    case COMPLETION -> count(parts, Role.PREFIX) == 1 && count(parts, Role.SUFFIX) <= 1;
                    case CHAT -> count(parts, Role.USER) >= 1;
                    case EMBEDDING -> !parts.isEmpty() && count(parts, Role.INPUT) == parts.size();
                };
        if (!fits || request.limits().tokens() < 0) {
            throw new IllegalArgumentException(request.task() + " of "
                    + parts.stream().map(part -> part.role().name()).toList());
        }
    }

    private static long count(List<PromptPart> parts, Role role) {
        return parts.stream().filter(part -> part.role() == role).count();
    }

    static RequestFacts facts(ModelRequest request) {
        List<PromptPart> parts = request.parts();
        return new RequestFacts(
                request.task(),
                request.workspace(),
                paths(parts.stream().filter(part -> part.role() != Role.CONTEXT)),
                paths(parts.stream().filter(part -> part.role() == Role.CONTEXT)),
                request.risk(),
                request.task() == ModelTask.COMPLETION && lineGoesOn(parts),
                least(request),
                (int) Math.min(
                        Integer.MAX_VALUE,
                        parts.stream().mapToLong(RequestShape::tokens).sum()),
                request.limits().tokens(),
                request.limits().patience(),
                request.model());
    }

    private static Set<String> paths(Stream<PromptPart> parts) {
        return parts.map(PromptPart::path).filter(path -> !path.isEmpty()).collect(Collectors.toSet());
    }

    /** Behind the caret there is more on its line than what closes brackets: a model that cannot see it would write it again. */
    private static boolean lineGoesOn(List<PromptPart> parts) {
        return parts.stream()
                .filter(part -> part.role() == Role.SUFFIX)
                .flatMapToInt(part -> part.text().lines().findFirst().orElse("").codePoints())
                .anyMatch(Character::isLetterOrDigit);
    }

    /** Of a chat the instructions and the last turn must stay whole; code and texts can be cut. */
    private static int least(ModelRequest request) {
        return switch (request.task()) {
            case COMPLETION ->
                (int) Math.min(
                        LEAST_CODE,
                        request.parts().stream().mapToLong(RequestShape::tokens).sum());
            case CHAT -> {
                long instructions = request.parts().stream()
                        .filter(part -> part.role() == Role.INSTRUCTION)
                        .mapToLong(RequestShape::tokens)
                        .sum();
                long last = request.parts().reversed().stream()
                        .filter(part -> part.role() == Role.USER)
                        .findFirst()
                        .map(RequestShape::tokens)
                        .orElse(0L);
                yield (int) Math.min(Integer.MAX_VALUE, instructions + last);
            }
            case EMBEDDING -> 1;
        };
    }

    private static long tokens(PromptPart part) {
        return ContextPiece.tokens(part.text());
    }
}
