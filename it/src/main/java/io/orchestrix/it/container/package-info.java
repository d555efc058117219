/**
 * What only a container can show: Arquillian deploys applications to the server of the module that
 * runs these tests.
 */
@NullMarked
package io.orchestrix.it.container;

import org.jspecify.annotations.NullMarked;
