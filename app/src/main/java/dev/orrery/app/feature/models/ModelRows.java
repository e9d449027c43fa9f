package dev.orrery.app.feature.models;

import dev.orrery.models.Models;
import dev.orrery.models.Shelf;
import dev.orrery.models.catalog.Fit;
import dev.orrery.models.catalog.Licence;
import dev.orrery.models.hub.HubOrder;
import dev.orrery.models.pool.BenchResult;
import dev.orrery.models.pool.PooledModel;
import dev.orrery.models.store.InstalledModel;
import dev.orrery.models.store.Quantisation;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Turns what is known of models into rows. Pure. */
final class ModelRows {
    private ModelRows() {}

    /**
     * What was asked of {@link Models} at one moment.
     *
     * @param benches the newest result of each model that has one
     * @param loaded what the pool says of loaded ones beyond their state
     * @param smaller copies that could be made of models that are here
     */
    record Look(
            Shelf shelf,
            List<PooledModel> pooled,
            Map<String, BenchResult> benches,
            Map<String, ModelRow.State.Loaded> loaded,
            Map<String, List<Smaller>> smaller) {}

    /** A copy with fewer bits that could be made of a model, and the bytes that it would take. */
    record Smaller(Quantisation.Bits bits, long bytes) {}

    /** Models on this machine, the built-in one first. */
    static List<ModelRow> here(Look look) {
        Map<String, PooledModel> pooled = byId(look);
        List<ModelRow> rows = new ArrayList<>();
        PooledModel builtIn = pooled.get(Models.BUILT_IN);
        if (builtIn != null) {
            rows.add(of(look, builtIn, Optional.empty(), new ModelRow.State.BuiltIn()));
        }
        for (Shelf.Installed there : look.shelf().installed()) {
            rows.add(row(look, there, pooled.get(there.model().id())));
        }
        for (HubOrder order : look.shelf().unfinished()) {
            if (look.shelf().installed(order.id()).isEmpty()) {
                rows.add(unfinished(look, order));
            }
        }
        return rows;
    }

    private static ModelRow row(
            Look look, Shelf.Installed there, @org.jspecify.annotations.Nullable PooledModel pooled) {
        InstalledModel model = there.model();
        ModelRow.State state = model.damage()
                .<ModelRow.State>map(ModelRow.State.Damaged::new)
                .orElseGet(() -> pooled == null ? new ModelRow.State.OnDisk() : state(look, pooled));
        String licence = model.draft().terms().licence();
        return new ModelRow(
                model.id(),
                model.name(),
                model.draft().tasks(),
                model.draft().infill(),
                model.draft().shape().map(shape -> shape.contextTokens()).orElse(0),
                licence.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Licence(
                                licence, address(model.draft().terms().address()), Licence.Consent.NOT_NEEDED)),
                model.engine(),
                model.draft().quantisation(),
                model.bytes(),
                ModelRow.Size.SEEN,
                there.fit(),
                speed(look, model.id()),
                state);
    }

    private static URI address(String text) {
        try {
            return new URI(text);
        } catch (java.net.URISyntaxException noAddress) {
            return URI.create("");
        }
    }

    private static ModelRow unfinished(Look look, HubOrder order) {
        double share = order.total() == 0 ? 0 : (double) order.done() / order.total();
        Optional<Shelf.Offered> offered = look.shelf().offered(order.id());
        return offered.map(known -> offer(known, new ModelRow.State.Paused(share)))
                .orElseGet(() -> new ModelRow(
                        order.id(),
                        order.id(),
                        java.util.Set.of(),
                        false,
                        0,
                        Optional.empty(),
                        "gguf",
                        "",
                        order.total(),
                        ModelRow.Size.SEEN,
                        Optional.empty(),
                        Optional.empty(),
                        new ModelRow.State.Paused(share)));
    }

    /** What the catalogue has beside them. */
    static List<ModelRow> available(Look look) {
        List<String> begun =
                look.shelf().unfinished().stream().map(HubOrder::id).toList();
        return look.shelf().offered().stream()
                .filter(offered -> !begun.contains(offered.id()))
                .map(offered -> offer(
                        offered,
                        offered.unable()
                                .<ModelRow.State>map(ModelRow.State.TooNew::new)
                                .orElseGet(ModelRow.State.NotHere::new)))
                .toList();
    }

    private static ModelRow offer(Shelf.Offered offered, ModelRow.State state) {
        var card = offered.offer().card();
        return new ModelRow(
                offered.id(),
                card.name(),
                card.tasks(),
                card.infill().isPresent(),
                card.shape().contextTokens(),
                Optional.of(card.licence()),
                offered.offer().variant().engine(),
                offered.offer().variant().quantisation(),
                card.weightBytes(offered.offer().variant()),
                offered.offer().variant().bytes().isPresent() ? ModelRow.Size.SEEN : ModelRow.Size.ESTIMATED,
                Optional.of(offered.fit()),
                Optional.empty(),
                state);
    }

    /** Models behind an address. */
    static List<ModelRow> cloud(Look look) {
        return look.pooled().stream()
                .filter(model -> model.state() == PooledModel.State.REMOTE)
                .map(model -> of(look, model, Optional.empty(), state(look, model)))
                .toList();
    }

    private static ModelRow of(Look look, PooledModel model, Optional<Fit> fit, ModelRow.State state) {
        return new ModelRow(
                model.id(),
                model.name(),
                model.capabilities().tasks(),
                model.capabilities().infill(),
                model.capabilities().contextTokens(),
                Optional.empty(),
                model.engine(),
                "",
                0,
                ModelRow.Size.SEEN,
                fit,
                speed(look, model.id()),
                state);
    }

    private static ModelRow.State state(Look look, PooledModel model) {
        if (!model.health().able()) {
            return new ModelRow.State.Unable(model.health().reason());
        }
        return switch (model.state()) {
            case ON_DISK -> new ModelRow.State.OnDisk();
            case LOADING -> new ModelRow.State.Loading();
            case LOADED ->
                Optional.ofNullable(look.loaded().get(model.id()))
                        .<ModelRow.State>map(Function.identity())
                        .orElseGet(ModelRow.State.OnDisk::new);
            case REMOTE -> new ModelRow.State.Remote();
        };
    }

    private static Optional<ModelRow.Speed> speed(Look look, String id) {
        return Optional.ofNullable(look.benches().get(id))
                .map(result -> new ModelRow.Speed(
                        result.firstTokenMillis(), result.tokensPerSecond(), result.lineP95Millis()));
    }

    private static Map<String, PooledModel> byId(Look look) {
        return look.pooled().stream()
                .collect(Collectors.toMap(PooledModel::id, Function.identity(), (one, other) -> one));
    }
}
