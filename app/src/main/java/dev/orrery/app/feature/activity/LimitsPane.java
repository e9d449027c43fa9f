package dev.orrery.app.feature.activity;

import dev.orrery.api.UserMessage;
import dev.orrery.app.control.Nodes;
import dev.orrery.app.control.ViewContext;
import dev.orrery.models.ledger.Alert;
import dev.orrery.models.ledger.Period;
import dev.orrery.models.policy.Allowance;
import dev.orrery.models.policy.Budget;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import javafx.beans.Observable;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Budgets for a day and a month with how much is spent, and alerts. */
final class LimitsPane extends VBox {
    private static final long DOLLAR = 1_000_000;
    private static final double FIELD = 88;

    private final ViewContext context;
    private final Figures figures;
    private final LimitsViewModel model;
    private final TextField day = field("activity-budget-day");
    private final TextField month = field("activity-budget-month");
    private final TextField warn = field("activity-budget-warn");
    private final Label wrong = Nodes.collapsing(Nodes.label("", "danger"));
    private final VBox spent = new VBox(4);
    private final VBox alerts = new VBox(4);

    LimitsPane(ViewContext context, Figures figures, LimitsViewModel model) {
        this.context = context;
        this.figures = figures;
        this.model = model;
        wrong.setWrapText(true);
        Button save = new Button(context.text("app.activity.budget.save"));
        save.setId("activity-budget-save");
        save.setOnAction(event -> allow());
        VBox budget = Nodes.styled(
                new VBox(
                        Nodes.label(context.text("app.activity.budget"), "section-title"),
                        spent,
                        row("app.activity.budget.day", day),
                        row("app.activity.budget.month", month),
                        row("app.activity.budget.warn", warn),
                        hint("app.activity.budget.hint"),
                        wrong,
                        save),
                "section");
        VBox alert = Nodes.styled(
                new VBox(Nodes.label(context.text("app.activity.alerts"), "section-title"), alerts, newAlert()),
                "section");
        getChildren().addAll(budget, alert);
        model.budgetProperty().subscribe(this::show);
        model.troubleProperty().subscribe(this::showTrouble);
        model.alerts().addListener((Observable states) -> showAlerts());
        showAlerts();
    }

    private static TextField field(String id) {
        TextField field = new TextField();
        field.setId(id);
        field.setPrefWidth(FIELD);
        return field;
    }

    private Label hint(String key) {
        Label hint = Nodes.label(context.text(key), "muted", "small");
        hint.setWrapText(true);
        return hint;
    }

    private HBox row(String titleKey, TextField field) {
        field.setAccessibleText(context.text(titleKey));
        return Nodes.styled(new HBox(Nodes.label(context.text(titleKey)), Nodes.spring(), field), "row");
    }

    private void show(@Nullable Budget budget) {
        if (budget == null) {
            return;
        }
        Allowance allowance = budget.allowance();
        spent.getChildren().setAll(bar("app.activity.budget.today", budget.spentToday(), allowance.day(), allowance));
        spent.getChildren()
                .add(bar("app.activity.budget.thismonth", budget.spentThisMonth(), allowance.month(), allowance));
        if (getScene() == null || !(getScene().getFocusOwner() instanceof TextField)) {
            day.setText(dollars(allowance.day()));
            month.setText(dollars(allowance.month()));
            warn.setText(String.valueOf(allowance.warnPercent()));
        }
    }

    private VBox bar(String titleKey, long amount, OptionalLong limit, Allowance allowance) {
        HBox words = Nodes.styled(
                new HBox(
                        Nodes.label(context.text(titleKey)),
                        Nodes.spring(),
                        Nodes.label(
                                limit.isPresent()
                                        ? context.text(
                                                "app.activity.budget.of",
                                                figures.money(amount),
                                                figures.money(limit.getAsLong()))
                                        : context.text("app.activity.budget.unlimited", figures.money(amount)))),
                "row");
        double share = limit.orElse(0) == 0 ? 0 : (double) amount / limit.getAsLong();
        ProgressBar bar = new ProgressBar(Math.min(1, share));
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(context.text(titleKey));
        VBox box = new VBox(4, words, bar);
        if (limit.isPresent() && share * 100 >= allowance.warnPercent()) {
            bar.getStyleClass().add("over");
            box.getChildren()
                    .add(Nodes.label(
                            context.text(share >= 1 ? "app.activity.budget.stop" : "app.activity.budget.near"),
                            "warning-text"));
        }
        return box;
    }

    private static String dollars(OptionalLong microDollars) {
        return microDollars.isEmpty()
                ? ""
                : BigDecimal.valueOf(microDollars.getAsLong(), 6)
                        .stripTrailingZeros()
                        .toPlainString();
    }

    private void allow() {
        try {
            int percent = Integer.parseInt(warn.getText().strip());
            model.allow(new Allowance(limit(day), limit(month), percent));
            showTrouble(null);
        } catch (IllegalArgumentException | ArithmeticException notANumber) {
            wrong.setText(context.text("app.activity.budget.wrong"));
            wrong.setVisible(true);
        }
    }

    private static OptionalLong limit(TextField field) {
        String text = field.getText().strip();
        return text.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(new BigDecimal(text).movePointRight(6).longValueExact());
    }

    private void showTrouble(@Nullable UserMessage trouble) {
        wrong.setVisible(trouble != null);
        wrong.setText(trouble == null ? "" : context.messages().text(trouble));
    }

    private void showAlerts() {
        alerts.getChildren().clear();
        if (model.alerts().isEmpty()) {
            alerts.getChildren().add(hint("app.activity.alerts.none"));
        }
        for (Alert.State state : model.alerts()) {
            Alert alert = state.alert();
            Button remove = Nodes.styled(new Button(context.text("app.activity.alert.remove")), "flat", "small");
            remove.setOnAction(event -> model.remove(alert));
            Label said = Nodes.label(context.text(
                    "app.activity.alert." + name(alert.kind()),
                    context.text("app.activity.period." + name(alert.period())),
                    amount(alert.kind(), alert.limit())));
            said.setWrapText(true);
            Label now = Nodes.label(
                    context.text(
                            state.over() ? "app.activity.alert.over" : "app.activity.alert.now",
                            amount(alert.kind(), state.value())),
                    state.over() ? "danger" : "muted",
                    "small");
            alerts.getChildren().add(Nodes.styled(new HBox(new VBox(said, now), Nodes.spring(), remove), "row"));
        }
    }

    private String amount(Alert.Kind kind, long value) {
        return switch (kind) {
            case SPENDING -> figures.money(value);
            case FAILURES -> context.text("app.activity.percent", value);
            case LATENCY -> figures.millis(value);
        };
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private VBox newAlert() {
        ChoiceBox<Alert.Kind> kind = choice("app.activity.kind.", Alert.Kind.values(), "app.activity.alert.kind");
        ChoiceBox<Period> period = choice("app.activity.period.", Period.values(), "app.activity.alert.period");
        TextField limit = field("activity-alert-limit");
        limit.setAccessibleText(context.text("app.activity.alert.limit"));
        limit.setPromptText(context.text("app.activity.alert.limit"));
        Button add = new Button(context.text("app.activity.alert.add"));
        add.setId("activity-alert-add");
        add.setOnAction(event -> {
            try {
                long scale = kind.getValue() == Alert.Kind.SPENDING
                        ? DOLLAR
                        : kind.getValue() == Alert.Kind.LATENCY ? 1_000 : 1;
                BigDecimal value = new BigDecimal(limit.getText().strip()).multiply(BigDecimal.valueOf(scale));
                if (value.signum() < 0) {
                    throw new NumberFormatException();
                }
                model.set(new Alert(kind.getValue(), period.getValue(), value.longValueExact()));
                limit.clear();
                showTrouble(null);
            } catch (NumberFormatException | ArithmeticException notANumber) {
                wrong.setText(context.text("app.activity.alert.wrong"));
                wrong.setVisible(true);
            }
        });
        return new VBox(8, Nodes.styled(new HBox(kind, period), "row"), Nodes.styled(new HBox(limit, add), "row"));
    }

    private <E extends Enum<E>> ChoiceBox<E> choice(String prefix, E[] values, String accessibleKey) {
        ChoiceBox<E> box = new ChoiceBox<>();
        box.getItems().setAll(List.of(values));
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable E value) {
                return value == null ? "" : context.text(prefix + name(value));
            }

            @Override
            public E fromString(String text) {
                throw new UnsupportedOperationException();
            }
        });
        box.setValue(values[0]);
        box.setAccessibleText(context.text(accessibleKey));
        return box;
    }
}
