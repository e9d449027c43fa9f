package dev.orrery.indexer.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Call sites of one declaration, in source order.
 *
 * @param sites where and what
 */
record CallSites(List<Site> sites) {
    static final CallSites NONE = new CallSites(List.of());

    /** @param name the called name as it is written; a constructor's is its type's */
    record Site(String name, int line, int column) {}

    CallSites {
        sites = List.copyOf(sites);
    }

    /** The sites that another list has none for: of equal names the last ones. */
    List<Site> without(CallSites other) {
        Map<String, Integer> left = new HashMap<>();
        other.sites.forEach(site -> left.merge(site.name(), 1, Integer::sum));
        List<Site> rest = new ArrayList<>();
        for (Site site : sites) {
            if (left.merge(site.name(), -1, Integer::sum) < 0) {
                rest.add(site);
            }
        }
        return rest;
    }
}
