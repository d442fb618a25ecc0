/**
 * What happened, as sums that can be added up in any order: counted in each task, by place and
 * stretch of event time, and merged per scope. It judges nothing and knows no store.
 */
package io.gatewayanalyzer.core.count;
