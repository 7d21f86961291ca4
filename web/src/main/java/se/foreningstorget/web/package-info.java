/** The pages people see: server-rendered, an ordinary client of the gateway's API. */
@NullMarked
package se.foreningstorget.web;

import org.jspecify.annotations.NullMarked;
