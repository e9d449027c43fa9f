package dev.orrery.models.catalog;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The models that can be had. Immutable.
 *
 * @param asOf the day on which it was put together; a newer one replaces an older one
 * @param cards models for this machine, preferred ones first
 * @param clouds models of providers
 */
public record Catalog(LocalDate asOf, List<ModelCard> cards, List<CloudModel> clouds) {
    public Catalog {
        cards = List.copyOf(cards);
        clouds = List.copyOf(clouds);
    }

    /** A variant and the model that it is a form of. */
    public record Offer(ModelCard card, ModelVariant variant) {}

    public Optional<ModelCard> card(String id) {
        return cards.stream().filter(card -> card.id().equals(id)).findFirst();
    }

    public Optional<CloudModel> cloud(String id) {
        return clouds.stream().filter(cloud -> cloud.id().equals(id)).findFirst();
    }

    /** What is meant by the id of a variant, or by the id of a model, which means its usual variant. */
    public Optional<Offer> offer(String id) {
        return cards.stream()
                .flatMap(card -> card.variants().stream().map(variant -> new Offer(card, variant)))
                .filter(offer ->
                        offer.variant().id().equals(id) || offer.card().id().equals(id))
                .findFirst();
    }

    /** This catalogue with only those models for this machine that are wanted. */
    public Catalog only(Predicate<ModelCard> wanted) {
        return new Catalog(asOf, cards.stream().filter(wanted).toList(), clouds);
    }

    /** This catalogue with another's entries over it: same ids are replaced where they stand, new ones come first. */
    public Catalog overlaid(Catalog over) {
        return new Catalog(
                asOf, overlaid(cards, over.cards, ModelCard::id), overlaid(clouds, over.clouds, CloudModel::id));
    }

    private static <T> List<T> overlaid(List<T> under, List<T> over, Function<T, String> id) {
        Map<String, T> known = new LinkedHashMap<>();
        under.forEach(entry -> known.put(id.apply(entry), entry));
        Map<String, T> all = new LinkedHashMap<>();
        over.stream()
                .filter(entry -> !known.containsKey(id.apply(entry)))
                .forEach(entry -> all.put(id.apply(entry), entry));
        all.putAll(known);
        over.forEach(entry -> all.replace(id.apply(entry), entry));
        Collection<T> values = all.values();
        return List.copyOf(values);
    }
}
