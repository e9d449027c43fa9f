/**
 * Where a request goes: {@link dev.orrery.models.router.Router#route} is a pure function of the request, the user's rules, the
 * budget and the models as they are now. It asks nobody, loads nothing and keeps nothing; why a model was chosen, and why each other was
 * not, comes with the answer in words.
 */
@NullMarked
package dev.orrery.models.router;

import org.jspecify.annotations.NullMarked;
