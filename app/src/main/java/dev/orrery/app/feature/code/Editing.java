package dev.orrery.app.feature.code;

import dev.orrery.api.UserMessage;
import dev.orrery.app.edit.DiskText;
import dev.orrery.app.edit.Draft;
import dev.orrery.app.edit.Saving;
import dev.orrery.app.edit.Selection;
import dev.orrery.app.edit.TextForm;
import dev.orrery.app.edit.UnsavedText;
import dev.orrery.app.session.Threads;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Saves open files, lets them follow the disk, and brings unsaved text back. UI thread only. */
final class Editing {
    private final FileReader reader;
    private final Saving saving;
    private final Keeping keeping;
    private final Threads threads;
    private final Set<OpenFile> busy = new HashSet<>();

    Editing(FileReader reader, Saving saving, Keeping keeping, Threads threads) {
        this.reader = reader;
        this.saving = saving;
        this.keeping = keeping;
        this.threads = threads;
    }

    /** A file was read for the first time, or its tab shows something else now. */
    void shown(OpenFile file, FileReader.Read read) {
        switch (read.disk()) {
            case DiskText.Text text -> file.basedOn(text.form(), text.hash());
            case DiskText.Gone gone -> file.basedOn(TextForm.USUAL, DiskText.NO_HASH);
            case DiskText.Unusable unusable -> {}
        }
        file.show(read.content());
        if (read.content() instanceof Content.Shown shown) {
            watch(file, shown.draft());
            file.noticeProperty()
                    .set(shown.readOnly().<FileNotice>map(FileNotice.Said::new).orElse(FileNotice.NONE));
        }
    }

    private void watch(OpenFile file, Draft draft) {
        draft.onChange(spans -> {
            file.refresh();
            file.glanceProperty().set(false);
            keeping.changed(file);
        });
    }

    /** Saves; completes with whether the text as it is now is on disk. */
    CompletableFuture<Boolean> save(OpenFile file) {
        Optional<Draft> shown = file.draft();
        if (shown.isEmpty() || !file.modifiedProperty().get()) {
            return CompletableFuture.completedFuture(shown.isPresent());
        }
        if (!busy.add(file)) {
            return CompletableFuture.completedFuture(false);
        }
        Draft draft = shown.get();
        String text = draft.buffer().text();
        long state = draft.state();
        TextForm form = file.form();
        String expected = file.onDisk();
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        threads.background().execute(() -> {
            Saving.Outcome outcome = saving.save(file.path(), text, form, expected);
            threads.ui().execute(() -> {
                busy.remove(file);
                saved(file, draft, state, outcome);
                done.complete(!file.modifiedProperty().get());
            });
        });
        return done;
    }

    /** Saves these files, and runs {@code then} if all of them are saved. */
    void saveAll(List<OpenFile> files, Runnable then) {
        CompletableFuture<?>[] saves = files.stream().map(this::save).toArray(CompletableFuture[]::new);
        var unused = CompletableFuture.allOf(saves).thenRun(() -> {
            if (files.stream().noneMatch(file -> file.modifiedProperty().get())) {
                then.run();
            }
        });
    }

    private void saved(OpenFile file, Draft draft, long state, Saving.Outcome outcome) {
        switch (outcome) {
            case Saving.Outcome.Saved(String hash) -> {
                draft.markSaved(state);
                file.basedOn(file.form(), hash);
                file.noticeProperty().set(FileNotice.NONE);
                keeping.changed(file);
            }
            case Saving.Outcome.Conflict(DiskText disk) -> file.noticeProperty().set(new FileNotice.Conflict(disk));
            case Saving.Outcome.Failed(UserMessage why) -> file.noticeProperty().set(new FileNotice.Said(why));
        }
    }

    /** The file may have changed on disk: an unchanged text follows, a changed one stays and says so. */
    void follow(OpenFile file) {
        reader.look(file.path(), disk -> {
            if (!busy.contains(file)) {
                followed(file, disk);
            }
        });
    }

    private void followed(OpenFile file, DiskText disk) {
        Optional<Draft> draft = file.draft();
        boolean same = disk instanceof DiskText.Text text && text.hash().equals(file.onDisk());
        if (draft.isEmpty() || same && !(file.noticeProperty().get() instanceof FileNotice.Conflict)) {
            return;
        }
        if (same) {
            file.noticeProperty().set(FileNotice.NONE);
        } else if (disk instanceof DiskText.Text text
                && (!draft.get().isModified()
                        || text.text().equals(draft.get().buffer().text()))) {
            take(file, draft.get(), text);
        } else if (draft.get().isModified()) {
            file.noticeProperty().set(new FileNotice.Conflict(disk));
        } else {
            file.show(new Content.Unreadable(
                    disk instanceof DiskText.Unusable(UserMessage why)
                            ? why
                            : UserMessage.of("app.code.vanished", file.path())));
        }
    }

    private void take(OpenFile file, Draft draft, DiskText.Text text) {
        int caret = Keeping.offset(draft, file.caretProperty().get());
        draft.become(text.text(), Selection.at(caret));
        draft.markSaved(draft.state());
        file.basedOn(text.form(), text.hash());
        file.noticeProperty().set(FileNotice.NONE);
        keeping.changed(file);
    }

    /** Writes the text over what somebody else wrote. */
    void keepMine(OpenFile file) {
        if (file.noticeProperty().get() instanceof FileNotice.Conflict(DiskText disk)) {
            switch (disk) {
                case DiskText.Text text -> file.basedOn(file.form(), text.hash());
                case DiskText.Gone gone -> file.basedOn(file.form(), DiskText.NO_HASH);
                case DiskText.Unusable(UserMessage why) -> {
                    file.noticeProperty().set(new FileNotice.Said(why));
                    return;
                }
            }
            var unused = save(file);
        }
    }

    /** Gives the text up for what is on disk; that can be undone. */
    void takeTheirs(OpenFile file) {
        reader.look(file.path(), disk -> {
            Optional<Draft> draft = file.draft();
            if (draft.isPresent() && disk instanceof DiskText.Text text) {
                take(file, draft.get(), text);
            } else {
                keeping.forget(file.path());
                file.show(new Content.Unreadable(
                        disk instanceof DiskText.Unusable(UserMessage why)
                                ? why
                                : UserMessage.of("app.code.vanished", file.path())));
                file.noticeProperty().set(FileNotice.NONE);
            }
        });
    }

    /** Shows text that was not saved when the application ended, over what is on disk now. */
    void bringBack(OpenFile file, UnsavedText unsaved, Runnable there) {
        threads.background().execute(() -> {
            DiskText disk = DiskText.read(reader.root(), file.path());
            String below = disk instanceof DiskText.Text text ? text.text() : "";
            int line = (int) unsaved.text()
                            .substring(0, unsaved.caret())
                            .chars()
                            .filter(c -> c == '\n')
                            .count()
                    + 1;
            Content.Shown content = reader.shown(file.path(), below, Optional.empty(), line);
            threads.ui().execute(() -> {
                broughtBack(file, unsaved, disk, content);
                there.run();
            });
        });
    }

    private void broughtBack(OpenFile file, UnsavedText unsaved, DiskText disk, Content.Shown content) {
        TextForm form = disk instanceof DiskText.Text text ? text.form() : TextForm.USUAL;
        file.basedOn(form, unsaved.base());
        file.show(content);
        Draft draft = content.draft();
        draft.become(unsaved.text(), Selection.at(0));
        String hash = disk instanceof DiskText.Text text ? text.hash() : DiskText.NO_HASH;
        if (disk instanceof DiskText.Text text && text.text().equals(unsaved.text())) {
            draft.markSaved(draft.state());
            file.basedOn(form, hash);
        } else if (!(disk instanceof DiskText.Text)) {
            draft.markUnsaved();
        }
        watch(file, draft);
        file.refresh();
        file.glanceProperty().set(false);
        keeping.changed(file);
        if (file.modifiedProperty().get()) {
            boolean moved = !hash.equals(unsaved.base());
            file.noticeProperty().set(moved ? new FileNotice.Conflict(disk) : new FileNotice.Recovered(unsaved.at()));
        }
    }
}
