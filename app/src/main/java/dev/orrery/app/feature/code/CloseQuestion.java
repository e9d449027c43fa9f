package dev.orrery.app.feature.code;

import java.util.List;

/**
 * Files with unsaved text are about to be closed: save, discard or leave them open.
 *
 * @param files which
 * @param then what follows once none of them is modified any more
 */
public record CloseQuestion(List<OpenFile> files, Runnable then) {
    public CloseQuestion {
        files = List.copyOf(files);
    }
}
