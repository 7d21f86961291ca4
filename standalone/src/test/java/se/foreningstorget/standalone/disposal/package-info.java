/** Nothing of a person stays longer than the rules say, in any file. */
package se.foreningstorget.standalone.disposal;
