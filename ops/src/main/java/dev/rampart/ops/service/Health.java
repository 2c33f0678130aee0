package dev.rampart.ops.service;

/**
 * How the pipeline of this instance is.
 *
 * @param live false only when a restart is the cure: a dead stream thread, a pipeline in error.
 *     Never false for a rebalance or an unreachable broker
 * @param ready whether it is running and can answer
 * @param state what it is doing, in one word or a few
 */
public record Health(boolean live, boolean ready, String state) {}
