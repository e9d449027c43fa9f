package dev.orrery.indexer.link.structural;

import dev.orrery.indexer.parse.FileFacts;
import java.util.List;
import java.util.Set;

/** What is in containers, wrappers and functions of the languages' own libraries. */
final class Containers {
    private static final String LIST = "[]";

    /** Types whose object may be used as what it holds, its first type argument. */
    private static final Set<String> TRANSPARENT = Set.of(
            "Promise",
            "PromiseLike",
            "Awaited",
            "Readonly",
            "Partial",
            "Required",
            "NonNullable",
            "Optional",
            "Final",
            "ClassVar",
            "Annotated",
            "Awaitable",
            "ContextManager",
            "AbstractContextManager",
            "AsyncContextManager",
            "InitVar",
            "Box",
            "Rc",
            "Arc",
            "Option",
            "Result",
            "RefCell",
            "Cell",
            "Mutex",
            "RwLock",
            "Ref",
            "RefMut",
            "MutexGuard",
            "Cow",
            "Weak",
            "Pin",
            "unique_ptr",
            "shared_ptr",
            "weak_ptr",
            "optional",
            "reference_wrapper",
            "Lazy",
            "Task",
            "ValueTask",
            "Nullable",
            "Deferred",
            "ThreadLocal",
            "WeakReference");

    private static final Set<String> MAPS = Set.of(
            "dict",
            "Dict",
            "Mapping",
            "MutableMapping",
            "defaultdict",
            "DefaultDict",
            "OrderedDict",
            "WeakKeyDictionary",
            "WeakValueDictionary",
            "ChainMap",
            "Map",
            "ReadonlyMap",
            "WeakMap",
            "Record",
            "HashMap",
            "BTreeMap",
            "IndexMap",
            "MutableMap",
            "LinkedHashMap",
            "ConcurrentHashMap",
            "Dictionary",
            "IDictionary",
            "IReadOnlyDictionary",
            "ConcurrentDictionary",
            "SortedDictionary",
            "map",
            "unordered_map",
            "multimap");

    private static final Set<String> ELEMENT = Set.of(
            "get",
            "pop",
            "shift",
            "at",
            "find",
            "findLast",
            "first",
            "last",
            "popleft",
            "popitem",
            "setdefault",
            "next",
            "peek",
            "remove",
            "removeFirst",
            "removeLast",
            "firstOrNull",
            "lastOrNull",
            "single",
            "singleOrNull",
            "getOrPut",
            "getValue",
            "back",
            "front",
            "top",
            "pop_front",
            "pop_back",
            "get_mut",
            "First",
            "FirstOrDefault",
            "Last",
            "LastOrDefault",
            "Single",
            "SingleOrDefault",
            "Dequeue",
            "Peek",
            "Pop",
            "ElementAt",
            "or_default",
            "or_insert_with",
            "entry",
            "or_insert",
            "random",
            "elementAt",
            "maxBy",
            "minBy",
            "min_by_key",
            "max_by_key",
            "nth");

    private static final Set<String> SAME = Set.of(
            "filter",
            "slice",
            "concat",
            "reverse",
            "sort",
            "toSorted",
            "toReversed",
            "splice",
            "copy",
            "catch",
            "finally",
            "unwrap",
            "expect",
            "clone",
            "borrow",
            "borrow_mut",
            "lock",
            "read",
            "write",
            "as_ref",
            "as_mut",
            "to_owned",
            "into",
            "unwrap_or_default",
            "unwrap_or_else",
            "unwrap_or",
            "iter",
            "iter_mut",
            "into_iter",
            "cloned",
            "copied",
            "ok_or",
            "ok_or_else",
            "ok",
            "map_err",
            "take",
            "skip",
            "rev",
            "collect",
            "to_vec",
            "drain",
            "asSequence",
            "toList",
            "sortedBy",
            "sorted",
            "reversed",
            "filterNotNull",
            "distinct",
            "drop",
            "Where",
            "ToList",
            "ToArray",
            "OrderBy",
            "OrderByDescending",
            "Take",
            "Skip",
            "Reverse",
            "Distinct",
            "upgrade",
            "deref",
            "by_ref",
            "peekable",
            "await",
            "join",
            "apply",
            "also",
            "takeIf",
            "ConfigureAwait",
            "with_context",
            "context",
            "toMutableList",
            "bind");

    private Containers() {}

    static boolean isTransparent(String name) {
        return TRANSPARENT.contains(name);
    }

    static Meaning list(Meaning element) {
        return new Meaning.External(LIST, List.of(element));
    }

    /** What {@code container[key]} is; {@code place} is the element's from 1 on, 0 where it is not known. */
    static Meaning element(Meaning container, int place) {
        return switch (container) {
            case Meaning.External(String name, List<Meaning> arguments)
            when !arguments.isEmpty() -> {
                if (name.equals(FileFacts.TUPLE_TYPE) || name.equals("tuple") || name.equals("Tuple")) {
                    yield arguments.get(Math.clamp(place - 1L, 0, arguments.size() - 1));
                }
                yield name.equals(FileFacts.FUNCTION_TYPE)
                        ? Meaning.UNKNOWN
                        : isMap(name) ? arguments.getLast() : arguments.getFirst();
            }
            case Meaning.Several(List<Meaning> meanings) ->
                Meaning.several(meanings.stream()
                        .map(meaning -> element(meaning, place))
                        .toList());
            default -> Meaning.UNKNOWN;
        };
    }

    /** What a loop over a container gives; maps give their keys. */
    static Meaning each(Meaning container) {
        return container instanceof Meaning.External(String name, List<Meaning> arguments)
                        && isMap(name)
                        && !arguments.isEmpty()
                ? arguments.getFirst()
                : element(container, 0);
    }

    private static boolean isMap(String name) {
        return MAPS.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    /**
     * What a method of a container gives back.
     *
     * @param given what the function gives back that it is called with
     */
    static Meaning result(Meaning container, String method, Meaning given) {
        if (SAME.contains(method)) {
            return container;
        }
        if (!(container instanceof Meaning.External(String name, List<Meaning> arguments)) || arguments.isEmpty()) {
            return method.equals("then") || method.equals("let") || method.equals("run") ? given : Meaning.UNKNOWN;
        }
        if (ELEMENT.contains(method)) {
            return element(container, 0);
        }
        return switch (method) {
            case "values", "Values", "values_mut", "into_values" -> list(arguments.getLast());
            case "keys", "Keys" -> list(arguments.getFirst());
            case "items", "entries" ->
                isMap(name) ? list(new Meaning.External(FileFacts.TUPLE_TYPE, arguments)) : container;
            case "map", "flatMap", "Select", "mapNotNull" -> list(given);
            case "reduce" -> given.isKnown() ? given : element(container, 0);
            default -> Meaning.UNKNOWN;
        };
    }

    /** What a function gets that is handed to a method of the container. */
    static Meaning handed(Meaning container, String method, int index) {
        boolean reduce = method.startsWith("reduce") || method.equals("fold");
        if (container instanceof Meaning.External(String name, List<Meaning> arguments) && !arguments.isEmpty()) {
            return index == (reduce ? 1 : 0) ? element(container, 0) : Meaning.UNKNOWN;
        }
        boolean itself = method.equals("then") || method.equals("let") || method.equals("also") || method.equals("map");
        return itself && index == 0 ? container : Meaning.UNKNOWN;
    }
}
