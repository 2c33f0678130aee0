/**
 * Models on disk: one folder for each version, with what the model is, what it reads and how to
 * check it beside its bytes. A folder is either loaded whole and verified, or refused with
 * everything that is wrong with it.
 */
@NullMarked
package dev.rampart.classifiers.repository;

import org.jspecify.annotations.NullMarked;
