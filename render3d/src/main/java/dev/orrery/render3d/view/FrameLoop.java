package dev.orrery.render3d.view;

import dev.orrery.api.OrreryException;
import dev.orrery.render3d.frame.Detail;
import dev.orrery.render3d.frame.FrameBuilder;
import dev.orrery.render3d.frame.FrameCost;
import dev.orrery.render3d.frame.FramePainter;
import dev.orrery.render3d.frame.FrameRequest;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The thread that makes pictures. It sleeps until one is asked for; while one is being painted the next is built, if it
 * is already asked for. The painter is opened, used and closed on this thread alone.
 */
final class FrameLoop implements AutoCloseable {
    private static final int SLOTS = 3;

    private final PainterSource painters;
    private final Consumer<Slot> presenter;
    private final Governor governor = new Governor();
    private final FrameBuilder builder = new FrameBuilder();
    private final BlockingQueue<Slot> free = new ArrayBlockingQueue<>(SLOTS + 1);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private @Nullable FrameRequest wanted;
    private boolean closed;
    private @Nullable Slot painting;

    /**
     * @param painters makes the painter, and is told when it fails
     * @param presenter takes finished pictures, on the loop's thread
     */
    FrameLoop(PainterSource painters, Consumer<Slot> presenter) {
        this.painters = painters;
        this.presenter = presenter;
        for (int i = 0; i < SLOTS; i++) {
            free.add(new Slot());
        }
        Thread.ofPlatform().daemon().name("orrery-map-frames").start(this::run);
    }

    void show(FrameRequest request) {
        lock.lock();
        try {
            wanted = request;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Gives a slot back that is no longer shown. */
    void release(Slot slot) {
        free.add(slot);
    }

    private void run() {
        try (FramePainter painter = painters.open()) {
            while (true) {
                FrameRequest request = take(painting == null);
                if (request != null) {
                    step(painter, request, free.take());
                } else if (painting != null) {
                    finish(painter);
                } else {
                    return;
                }
            }
        } catch (OrreryException failure) {
            painters.failed(failure);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** The next request; null where there is none and {@code wait} is false, or at the end. */
    private @Nullable FrameRequest take(boolean wait) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (wait && wanted == null && !closed) {
                changed.await();
            }
            FrameRequest next = closed ? null : wanted;
            wanted = null;
            return next;
        } finally {
            lock.unlock();
        }
    }

    private void step(FramePainter painter, FrameRequest request, Slot slot) throws OrreryException {
        long began = System.nanoTime();
        boolean moving = request.detail().finish() == Detail.Finish.MOVING;
        FrameRequest fitting = moving ? request.withDetail(governor.fit(request.detail(), painter.speed())) : request;
        slot.begin(request, fitting);
        builder.build(fitting, slot.frame());
        finish(painter);
        painter.submit(slot.frame());
        painting = slot;
        if (moving) {
            double ground = FrameCost.ground(request.width(), request.height());
            governor.took((System.nanoTime() - began) / 1e6, FrameCost.millis(slot.frame()), ground);
        }
    }

    private void finish(FramePainter painter) throws OrreryException {
        Slot done = painting;
        if (done != null) {
            painter.collect(done.pixels());
            painting = null;
            done.finished();
            presenter.accept(done);
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            wanted = null;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        // Wakes the loop where it waits for a slot that nobody will give back.
        if (free.isEmpty()) {
            free.add(new Slot());
        }
    }
}
