package dev.orrery.models.hub;

import dev.orrery.api.Cancellation;
import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.base.Folders;
import dev.orrery.base.Progress;
import dev.orrery.models.catalog.Catalog;
import dev.orrery.models.catalog.Licence;
import dev.orrery.models.store.Content;
import dev.orrery.models.store.Drafts;
import dev.orrery.models.store.Hashing;
import dev.orrery.models.store.InstalledModel;
import dev.orrery.models.store.ModelDraft;
import dev.orrery.models.store.ModelStore;
import dev.orrery.models.store.Origin;
import dev.orrery.models.store.StoreNames;
import dev.orrery.models.store.Terms;
import dev.orrery.models.store.WeightsProbe;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Brings models from a hub into the store: {@link #plan} asks what there is to fetch, {@link #run} fetches it. A run that is cancelled
 * is a pause: what came is kept, and the next run of the same model goes on from there, in this process or another one. Safe from
 * any thread; one model is fetched by one process at a time.
 */
public final class HubInstall {
    private static final int CONNECTIONS = 4;

    private final HubClient hub;
    private final ModelStore store;

    public HubInstall(HubClient hub, ModelStore store) {
        this.hub = hub;
        this.store = store;
    }

    /** What fetching a variant of the catalogue means today. */
    public HubPlan plan(Catalog.Offer offer, Cancellation cancellation) throws OrreryException {
        return new HubPlans(hub).of(offer, cancellation);
    }

    /**
     * What fetching a file of a repository means today.
     *
     * @param file in it; empty for its only model
     */
    public HubPlan plan(String repository, Optional<String> file, Cancellation cancellation) throws OrreryException {
        return new HubPlans(hub).of(repository, "main", file.map(List::of).orElse(List.of()), cancellation);
    }

    /** What going on with an unfinished download means. */
    public HubPlan plan(HubOrder order, Catalog catalog, Cancellation cancellation) throws OrreryException {
        HubPlan plan = new HubPlans(hub).of(order.repository(), order.revision(), order.files(), cancellation);
        Optional<Catalog.Offer> offer = catalog.offer(order.id());
        return new HubPlan(
                order.id(),
                offer.map(known -> known.card().name()).orElse(plan.name()),
                plan.repository(),
                plan.commit(),
                plan.files(),
                offer.map(known -> known.card().licence()).orElse(plan.licence()),
                plan.access(),
                offer);
    }

    /** Downloads that were begun and not finished. */
    public static List<HubOrder> unfinished(ModelStore store) throws OrreryException {
        try {
            List<HubOrder> orders = new ArrayList<>();
            for (Path folder : store.incoming()) {
                OrderText.read(folder).ifPresent(orders::add);
            }
            return List.copyOf(orders);
        } catch (IOException unreadable) {
            throw failed(unreadable);
        }
    }

    /** Throws away what came of an unfinished download. */
    public static void discard(ModelStore store, String id) throws OrreryException {
        if (!StoreNames.isId(id)) {
            throw new OrreryException(UserMessage.of("models.store.badname", id));
        }
        Path folder = store.incoming(id);
        try (Claim claim = Claim.of(folder, id)) {
            Folders.delete(folder);
        } catch (IOException undeletable) {
            throw failed(undeletable);
        }
    }

    /**
     * Fetches a model, verifies it and puts it into the store.
     *
     * @param accepted when the user accepted the licence; needed where the plan's licence says so
     * @throws OrreryException with the reason; what came is kept unless it was not what was promised
     * @throws java.util.concurrent.CancellationException where it was paused
     */
    public InstalledModel run(HubPlan plan, Optional<Instant> accepted, Progress progress, Cancellation cancellation)
            throws OrreryException {
        if (plan.licence().consent() == Licence.Consent.NEEDED && accepted.isEmpty()) {
            throw new OrreryException(UserMessage.of(
                    "models.hub.licence",
                    plan.licence().id(),
                    plan.licence().address().toString()));
        }
        for (HubFile file : plan.files()) {
            WeightsProbe.refuseByName(file.path());
            if (!StoreNames.isPath(file.path())) {
                throw new OrreryException(UserMessage.of("models.store.badname", file.path()));
            }
        }
        Path folder = store.incoming(plan.id());
        try (Claim claim = Claim.of(folder, plan.id())) {
            OrderText.write(folder, plan);
            store.requireSpace(missing(plan, folder));
            List<Content> contents = fetched(plan, folder, progress, cancellation);
            Path first = contents.getFirst().file();
            WeightsProbe.Kind kind = WeightsProbe.Kind.GGUF;
            for (int i = 0; i < contents.size(); i++) {
                kind = probed(contents.get(i).file(), plan.files().get(i).path(), folder);
            }
            ModelDraft draft = draft(plan, kind, first, accepted);
            InstalledModel model = store.publish(draft, contents, progress, cancellation);
            Folders.delete(folder);
            return model;
        } catch (IOException disk) {
            throw failed(disk);
        }
    }

    private List<Content> fetched(HubPlan plan, Path folder, Progress progress, Cancellation cancellation)
            throws OrreryException, IOException {
        long total = plan.bytes();
        long before = 0;
        List<Content> contents = new ArrayList<>();
        for (int i = 0; i < plan.files().size(); i++) {
            HubFile file = plan.files().get(i);
            Path part = part(folder, i);
            long base = before;
            if (!isWhole(part, file)) {
                hub.download(CONNECTIONS)
                        .run(
                                hub.content(plan.repository(), plan.commit(), file.path()),
                                file,
                                part,
                                here -> progress.at("models.hub.stage.download", base + here, total),
                                progress,
                                cancellation);
            }
            String sha256 = file.sha256().isPresent()
                    ? file.sha256().get()
                    : Hashing.sha256(part, "models.hub.stage.verify", progress, cancellation);
            String name = file.path().substring(file.path().lastIndexOf('/') + 1);
            contents.add(new Content(name, part, file.size(), sha256, Content.Taking.MOVE));
            before += file.size();
        }
        return contents;
    }

    private static Path part(Path folder, int index) {
        return folder.resolve(index + ".part");
    }

    /** Whether a part was fetched and verified before; its state is gone then. */
    private static boolean isWhole(Path part, HubFile file) throws IOException {
        return Files.exists(part)
                && !Files.exists(part.resolveSibling(part.getFileName() + ".state"))
                && Files.size(part) == file.size()
                && file.sha256().isPresent()
                && Hashing.sha256(part, "models.hub.stage.verify", Progress.SILENT, Cancellation.NEVER)
                        .equals(file.sha256().get());
    }

    private static long missing(HubPlan plan, Path folder) throws IOException {
        return Math.max(
                0, plan.bytes() - OrderText.read(folder).map(HubOrder::done).orElse(0L));
    }

    /** What is no model goes at once: fetching it again would not make it one. */
    private static WeightsProbe.Kind probed(Path part, String path, Path folder) throws OrreryException, IOException {
        try {
            return WeightsProbe.of(part, path);
        } catch (OrreryException refused) {
            Folders.delete(folder);
            throw refused;
        }
    }

    private ModelDraft draft(HubPlan plan, WeightsProbe.Kind kind, Path weights, Optional<Instant> accepted)
            throws IOException, OrreryException {
        Origin origin = new Origin(
                Origin.Kind.HUB,
                hub.settings().address().resolve("/" + plan.repository()).toString(),
                plan.commit());
        Terms terms = new Terms(plan.licence().id(), plan.licence().address().toString(), accepted);
        ModelDraft own = Drafts.ofFiles(kind, weights, Path.of(plan.id()), origin);
        return plan.offer()
                .map(offer -> new ModelDraft(
                        plan.id(),
                        offer.card().name(),
                        offer.card().id(),
                        own.engine(),
                        offer.variant().quantisation(),
                        offer.card().tasks(),
                        offer.card().infill().isPresent() || own.infill(),
                        own.shape().or(() -> Optional.of(offer.card().shape())),
                        origin,
                        terms))
                .orElseGet(() -> new ModelDraft(
                        plan.id(),
                        own.name(),
                        "",
                        own.engine(),
                        own.quantisation(),
                        own.tasks(),
                        own.infill(),
                        own.shape(),
                        origin,
                        terms));
    }

    private static OrreryException failed(IOException disk) {
        return new OrreryException(UserMessage.of("models.hub.disk", String.valueOf(disk.getMessage())), disk);
    }

    /** The right to fetch a model; one process and one thread at a time have it. */
    private record Claim(FileChannel channel, FileLock lock) implements AutoCloseable {
        static Claim of(Path folder, String id) throws IOException, OrreryException {
            FileChannel channel = FileChannel.open(
                    folder.resolveSibling(folder.getFileName() + ".lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            @Nullable FileLock lock = null;
            try {
                lock = channel.tryLock();
            } catch (OverlappingFileLockException sameProcess) {
                System.getLogger(HubInstall.class.getName())
                        .log(System.Logger.Level.DEBUG, "{0} is fetched already", id);
            }
            if (lock == null) {
                channel.close();
                throw new OrreryException(UserMessage.of("models.hub.busy", id));
            }
            return new Claim(channel, lock);
        }

        @Override
        public void close() throws IOException {
            lock.release();
            channel.close();
        }
    }
}
