package p;

import java.io.IOException;
import java.io.UncheckedIOException;

class Interpreter {
    int eval(Node node) {
        return switch (node) {
            case Sum(Node left, var right) when right.isCheap() -> eval(left) + eval(right);
            case Sum sum -> eval(sum.left());
            case Const(int value) -> Math.abs(value);
            case Call call -> {
                call.log();
                yield call.target() instanceof Const c ? c.value() : eval(call.target());
            }
        };
    }

    String kind(Object o) {
        if (!(o instanceof Node node)) {
            return "none";
        }
        node.isCheap();
        if (o instanceof Const c && c.value() > 0) {
            return c.toString();
        } else if (o instanceof Call c) {
            c.log();
        }
        return node.describe();
    }

    void io(Source source) {
        try (Source inner = source.open();
                var other = inner.open()) {
            other.read();
        } catch (IOException | IllegalStateException e) {
            throw new Failure(e);
        } finally {
            source.done();
        }
    }

    static class Failure extends UncheckedIOException {
        Failure(Exception cause) {
            super(cause.getMessage(), null);
        }
    }
}

sealed interface Node permits Sum, Const, Call {
    default boolean isCheap() {
        return true;
    }

    default String describe() {
        return toString();
    }
}

record Sum(Node left, Node right) implements Node {}

record Const(int value) implements Node {}

record Call(Node target) implements Node {
    void log() {}
}

class Source implements AutoCloseable {
    Source open() throws IOException {
        return this;
    }

    int read() {
        return 0;
    }

    void done() {}

    @Override
    public void close() {}
}
