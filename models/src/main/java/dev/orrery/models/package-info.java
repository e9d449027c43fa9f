/**
 * The one honest way to any model, and everything that has to do with models, joined. Entry points: {@link dev.orrery.models.Models} knows what can
 * be had, what is here, what is loaded and what the user chose; {@link dev.orrery.models.Broker} answers requests. A request is written down, routed by
 * the user's rules and budget, and then has its turn with one model after the other until one answers: see {@link dev.orrery.models.Attempt} for the
 * order of what stands between a request and a model. Each request has a virtual thread; everything here is safe from any thread. How models
 * are run, kept, found, screened and paid is in the packages below, which do not know this one.
 */
@NullMarked
package dev.orrery.models;

import org.jspecify.annotations.NullMarked;
