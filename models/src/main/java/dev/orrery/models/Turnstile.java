package dev.orrery.models;

import dev.orrery.api.Cancellation;
import dev.orrery.api.Urgency;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Lets requests to a model in: urgent ones before others, among equals in the order in which they came. */
final class Turnstile {
    private static final long LOOK_MILLIS = 10;

    private record Ticket(Urgency urgency, long number) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final PriorityQueue<Ticket> waiting =
            new PriorityQueue<>(Comparator.comparing(Ticket::urgency).thenComparingLong(Ticket::number));
    private int free;
    private long tickets;

    /** @param atOnce how many may be inside */
    Turnstile(int atOnce) {
        this.free = atOnce;
    }

    /** The right to be inside. */
    interface Pass extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Waits for the way to be free.
     *
     * @throws java.util.concurrent.CancellationException where that was asked for
     */
    Pass enter(Urgency urgency, Cancellation cancellation) {
        lock.lock();
        try {
            Ticket ticket = new Ticket(urgency, tickets++);
            waiting.add(ticket);
            try {
                while (free == 0 || !ticket.equals(waiting.peek())) {
                    cancellation.throwIfRequested();
                    await();
                }
                free--;
            } finally {
                waiting.remove(ticket);
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
        return this::leave;
    }

    private void await() {
        try {
            if (!changed.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw new java.util.concurrent.CancellationException();
        }
    }

    private void leave() {
        lock.lock();
        try {
            free++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** How many stand in front of it. */
    int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }
}
