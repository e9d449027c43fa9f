package dev.orrery.models;

import dev.orrery.api.Cancellation;
import dev.orrery.api.MemoryUse;
import dev.orrery.api.OrreryException;
import dev.orrery.api.Registration;
import dev.orrery.api.UserMessage;
import dev.orrery.base.AppFolders;
import dev.orrery.models.catalog.Catalog;
import dev.orrery.models.catalog.CatalogFiles;
import dev.orrery.models.catalog.FitHistory;
import dev.orrery.models.catalog.Footprint;
import dev.orrery.models.catalog.ModelShape;
import dev.orrery.models.engine.Engine;
import dev.orrery.models.engine.Engines;
import dev.orrery.models.hub.CatalogDownload;
import dev.orrery.models.hub.HubClient;
import dev.orrery.models.hub.HubInstall;
import dev.orrery.models.hub.HubSettings;
import dev.orrery.models.hub.Pause;
import dev.orrery.models.keys.KeyStore;
import dev.orrery.models.ledger.Ledger;
import dev.orrery.models.local.LocalEngines;
import dev.orrery.models.ngram.NgramEngine;
import dev.orrery.models.ngram.NgramModel;
import dev.orrery.models.policy.PolicyStore;
import dev.orrery.models.pool.BenchHistory;
import dev.orrery.models.pool.LocalPool;
import dev.orrery.models.pool.PoolEntry;
import dev.orrery.models.pool.PoolPorts;
import dev.orrery.models.pool.PoolRules;
import dev.orrery.models.pool.SystemMemory;
import dev.orrery.models.safety.CloudScreening;
import dev.orrery.models.safety.ExcludedPaths;
import dev.orrery.models.server.ServerAccounts;
import dev.orrery.models.server.ServerEngines;
import dev.orrery.models.store.DiskSpace;
import dev.orrery.models.store.InstalledModel;
import dev.orrery.models.store.ModelPlaces;
import dev.orrery.models.store.ModelStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What there is of models, what is here, what is loaded, what the user chose. Safe from any thread; what reads the disk says so and belongs on a virtual
 * thread. Making one costs nothing.
 */
public final class Models implements AutoCloseable {
    /** The id of the model that is learned from the open repository. */
    public static final String BUILT_IN = NgramEngine.MODEL;

    private static final int TWO = 2;
    private static final long GIGA = 1_000_000_000;

    private final ModelPlaces places;
    private final Engines engines;
    private final ServerAccounts servers;
    private final KeyRing keys;
    private final AtomicReference<Supplier<NgramModel>> code;
    private final PolicyStore policies;
    private final FitHistory fits;
    private final BenchHistory benches;
    private final CatalogFiles catalogs;
    private final ChoicesFile choicesFile;
    private final LocalPool pool;
    private final SystemMemory memory;
    private final InstantSource clock;
    private final Map<String, String> environment;
    private final MetricsSwitch metrics = new MetricsSwitch();
    private final Consumer<UserMessage> trouble;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile List<InstalledModel> known = List.of();
    private volatile ModelChoices choices;
    private @Nullable ModelStore store;
    private @Nullable Ledger ledger;
    private @Nullable Broker broker;

    /**
     * @param engines are closed with this
     * @param keys where keys are kept
     * @param code what the built-in model knows
     * @param environment of the process, for hub, proxies and the limit of the disk
     */
    Models(
            AppFolders folders,
            Engines engines,
            ServerAccounts servers,
            KeyRing keys,
            AtomicReference<Supplier<NgramModel>> code,
            List<MemoryUse> others,
            InstantSource clock,
            Map<String, String> environment,
            Consumer<UserMessage> trouble) {
        this.places = ModelPlaces.of(folders);
        this.engines = engines;
        this.servers = servers;
        this.keys = keys;
        this.code = code;
        this.policies = rules(folders, trouble);
        this.clock = clock;
        this.environment = environment;
        this.trouble = trouble;
        this.memory = SystemMemory.ofMachine();
        this.fits = new FitHistory(places.fit());
        this.benches = new BenchHistory(folders.data().resolve("models").resolve("speeds"));
        this.catalogs = new CatalogFiles(places.settings());
        this.choicesFile = new ChoicesFile(places.settings().resolve("choices.json"));
        this.choices = choicesFile.read(trouble);
        PoolPorts ports = new PoolPorts(memory, others, this::learn, benches::speed, clock);
        this.pool = new LocalPool(
                () -> new PoolSources(engines, servers, choices, Predictions.of(fits)).of(known),
                rules(choices),
                ports);
        this.pool.listen(this::tell);
    }

    /**
     * All that there is on this machine.
     *
     * @param others that hold memory under the same ceiling: index and map
     * @param environment of the process
     * @param trouble hears, on any thread, what the user should know and no call can say
     */
    public static Models open(
            AppFolders folders,
            List<MemoryUse> others,
            Map<String, String> environment,
            Consumer<UserMessage> trouble) {
        KeyRing keys = new KeyRing(folders);
        ServerAccounts servers = new ServerAccounts(folders.config(), keys::get);
        servers.notice().ifPresent(trouble);
        List<Engine> engines = new ArrayList<>(ServerEngines.of(servers));
        engines.addAll(LocalEngines.of(folders));
        NgramModel nothing = new NgramModel();
        AtomicReference<Supplier<NgramModel>> code = new AtomicReference<>(() -> nothing);
        engines.add(new NgramEngine(() -> code.get().get()));
        return new Models(
                folders,
                new Engines(engines),
                servers,
                keys,
                code,
                others,
                InstantSource.system(),
                environment,
                trouble);
    }

    /** What may leave, who does what, what may be spent: the file alone, for who needs nothing else of models. Reads nothing yet. */
    public static PolicyStore rules(AppFolders folders, Consumer<UserMessage> trouble) {
        return new PolicyStore(ModelPlaces.of(folders).settings().resolve("rules.json"), trouble);
    }

    /** Hears, on any thread, that something may have changed. */
    public Registration listen(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }

    public Engines engines() {
        return engines;
    }

    public ServerAccounts servers() {
        return servers;
    }

    /** Where keys are kept; asks the system's keyring, which may take a moment. */
    public KeyStore keys() {
        return keys.get();
    }

    /** What may leave, who does what, what may be spent. */
    public PolicyStore policies() {
        return policies;
    }

    /** What the built-in model answers from: what was learned of the repository that is open now. */
    public void code(Supplier<NgramModel> learned) {
        code.set(learned);
        tell();
    }

    /** How many files the built-in model knows. */
    public int learnedFiles() {
        return code.get().get().files().size();
    }

    /** What was asked and what it cost. Reads the disk the first time. */
    public synchronized Ledger ledger() throws OrreryException {
        Ledger there = ledger == null
                ? Ledger.open(places.store().resolveSibling("ledger.db"), clock, ZoneId.systemDefault(), trouble)
                : ledger;
        ledger = there;
        return there;
    }

    /**
     * The way to all of them. Reads the disk the first time.
     *
     * @param consent asks the user; the one of the first call counts
     */
    public synchronized Broker broker(Consent consent) throws OrreryException {
        Broker there = broker;
        if (there == null) {
            CloudScreening screening = new CloudScreening(workspace ->
                    ExcludedPaths.of(policies.current().of(workspace).excluded()));
            there = new Broker(new BrokerParts(pool, policies, ledger(), screening, consent, metrics.metrics(), clock));
            known = store().models();
            try {
                metrics.follow(choices.metricsPort());
            } catch (OrreryException taken) {
                trouble.accept(taken.userMessage());
            }
        }
        broker = there;
        return there;
    }

    public LocalPool pool() {
        return pool;
    }

    public BenchHistory benches() {
        return benches;
    }

    public ModelChoices choices() {
        return choices;
    }

    /** The models on this disk; made where there is none. Reads the disk. */
    public synchronized ModelStore store() throws OrreryException {
        ModelStore there = store == null ? ModelStore.open(places.store(), clock, DiskSpace.SYSTEM) : store;
        store = there;
        return there;
    }

    /** A way to the hub that the environment names; asks it nothing yet. */
    public HubClient hub() throws OrreryException {
        return new HubClient(HubSettings.of(environment), environment, Pause.REAL, RandomGenerator.getDefault());
    }

    public HubInstall install(HubClient hub) throws OrreryException {
        return new HubInstall(hub, store());
    }

    /** The catalogue as it is now. Reads the disk. */
    public Catalog catalog() {
        return catalogs.read().catalog();
    }

    /**
     * Takes over a newer catalogue. Only ever asked for by the user.
     *
     * @param from a file, or an https address, which is asked then
     */
    public Catalog updateCatalog(String from, Cancellation cancellation) throws OrreryException {
        Catalog now = from.matches("(?i)https?://.*")
                ? catalogs.update(from, CatalogDownload.of(from, environment, cancellation))
                : catalogs.update(Path.of(from));
        tell();
        return now;
    }

    /** Bytes that models may take on the disk, by {@code ORRERY_MODELS_QUOTA} in gigabytes, or else by choice; 0 for no limit. */
    public long quotaBytes() {
        String gigabytes = environment.getOrDefault("ORRERY_MODELS_QUOTA", "");
        return gigabytes.matches("[0-9]{1,7}") ? Long.parseLong(gigabytes) * GIGA : choices.quotaBytes();
    }

    /** What is here and what could be. Reads the disk, loads nothing, asks no network; the pool knows the same models from then on. */
    public Shelf shelf() throws OrreryException {
        List<InstalledModel> models = store().models();
        known = models;
        return new Stocktaking(catalogs.read(), fits, choices).shelf(store(), models);
    }

    /** Takes over other choices: they are kept, and what is loaded otherwise is loaded anew when it is needed next. Reads and writes the disk. */
    public synchronized void choose(ModelChoices wanted) throws OrreryException {
        choicesFile.write(wanted);
        choices = wanted;
        pool.rules(rules(wanted));
        tell();
        metrics.follow(wanted.metricsPort());
    }

    private PoolRules rules(ModelChoices wanted) {
        long ceiling = wanted.ceilingBytes() > 0
                ? wanted.ceilingBytes()
                : memory.read().totalBytes() / TWO;
        Map<String, Duration> idle = new HashMap<>();
        Set<String> pinned = new HashSet<>();
        wanted.models().forEach((id, choice) -> {
            choice.idleMinutes().ifPresent(minutes -> idle.put(id, Duration.ofMinutes(minutes)));
            if (choice.keptLoaded()) {
                pinned.add(id);
            }
        });
        return new PoolRules(ceiling, Duration.ofMinutes(wanted.idleMinutes()), idle, pinned);
    }

    /** Bytes that models, index and map may hold together. */
    public long ceilingBytes() {
        return rules(choices).ceilingBytes();
    }

    private void learn(PoolEntry entry, long measuredBytes, Duration took) {
        known.stream()
                .filter(model -> model.id().equals(entry.id()))
                .findFirst()
                .ifPresent(
                        model -> model.draft().shape().ifPresent(shape -> learn(model, shape, entry, measuredBytes)));
    }

    private void learn(InstalledModel model, ModelShape shape, PoolEntry entry, long measuredBytes) {
        Footprint footprint = Footprint.of(
                model.engine(), model.bytes(), shape, entry.options().contextTokens());
        try {
            fits.add(new FitHistory.Observation(
                    model.id(),
                    model.engine(),
                    model.draft().quantisation(),
                    footprint.totalBytes(),
                    measuredBytes,
                    clock.instant()));
            store().used(model.id());
        } catch (IOException | OrreryException unkept) {
            trouble.accept(UserMessage.of("models.learned.unkept", String.valueOf(unkept.getMessage())));
        }
    }

    /** What a model took when it was loaded last. */
    public Optional<FitHistory.Observation> measured(String model) {
        return fits.observations().reversed().stream()
                .filter(seen -> seen.model().equals(model))
                .findFirst();
    }

    /** Ends what is asked, unloads every model and ends the engines. */
    @Override
    public synchronized void close() {
        if (broker != null) {
            broker.close();
        }
        metrics.close();
        pool.close();
        engines.close();
        if (ledger != null) {
            ledger.close();
        }
    }
}
