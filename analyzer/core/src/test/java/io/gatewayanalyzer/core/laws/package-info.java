/**
 * Laws: what must hold for every input, not for chosen ones. Holds properties that cross packages
 * and the inputs they share; what concerns one class alone is tested beside that class.
 */
package io.gatewayanalyzer.core.laws;
