package p;

import static java.util.stream.Collectors.groupingBy;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

class Pipeline {
    private final List<Order> orders;
    private final Comparator<Order> order = Comparator.comparing(Order::customer, (a, b) -> a.rank() - b.rank())
            .thenComparing(o -> o.total())
            .reversed();
    private final Supplier<Order> fresh = Order::new;
    private final BiFunction<Order, Integer, Line> pick = Order::line;

    Pipeline(List<Order> orders) {
        this.orders = orders;
    }

    Map<Customer, List<Order>> byCustomer() {
        return orders.stream().filter(o -> o.total() > 0).sorted(order).collect(groupingBy(Order::customer));
    }

    int lines() {
        return orders.stream()
                .flatMap(o -> o.lines().stream())
                .mapToInt(Line::count)
                .map(count -> twice(count))
                .sum();
    }

    Optional<String> best() {
        return orders.stream().max(order).map(Order::customer).map(c -> {
            if (c.rank() > 1) {
                return c.name();
            }
            return "";
        });
    }

    <T> T timed(Callable<T> work) throws Exception {
        return work.call();
    }

    void timed(Runnable work) {
        work.run();
    }

    void runs() throws Exception {
        timed(() -> lines());
        timed(() -> {
            fresh.get().touch();
        });
        Customer customer = timed(() -> fresh.get().customer());
        Function<Integer, Function<Integer, Integer>> add = a -> b -> twice(a + b);
        add.apply(1).apply(customer.rank());
        custom((order, line) -> order.line(line.count()).count());
    }

    void custom(Merge merge) {
        merge.merge(fresh.get(), pick.apply(fresh.get(), 0));
    }

    static int twice(int n) {
        return n + n;
    }

    interface Merge {
        int merge(Order order, Line line);

        default boolean isEmpty() {
            return false;
        }
    }
}

class Order {
    List<Line> lines() {
        return List.of(new Line(1));
    }

    Line line(int index) {
        return lines().get(index);
    }

    Customer customer() {
        return new Customer("c", 1);
    }

    long total() {
        return lines().size();
    }

    void touch() {}
}

record Line(int count) {}

record Customer(String name, int rank) {}
