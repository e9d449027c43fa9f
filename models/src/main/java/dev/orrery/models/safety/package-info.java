/**
 * What stands between the user's text and a model on somebody else's machine. Entry point: {@link dev.orrery.models.safety.CloudScreening}.
 * Three things happen to the parts of a request, in this order: parts from files that the user excluded stay here, secrets are
 * replaced by placeholders, and text from files is searched for sentences that speak to the model. Text from a file is data:
 * a part that names a file is tainted, whatever it says about itself.
 *
 * <p>Everything here is a pure function of its arguments, takes time linear in the text, whatever the text, and is safe from any
 * thread. Nothing here sends, stores or logs; where a request may go is the router's business.
 */
@NullMarked
package dev.orrery.models.safety;

import org.jspecify.annotations.NullMarked;
