package se.foreningstorget.eventkit.watch;

import org.bson.Document;

/**
 * A count of documents that a service wants watched; declared as a bean.
 *
 * @param metric its name, with dots
 * @param filter exactly the keys of an index, so that counting is cheap
 */
public record StoreCount(String metric, String description, String collection, Document filter) {}
