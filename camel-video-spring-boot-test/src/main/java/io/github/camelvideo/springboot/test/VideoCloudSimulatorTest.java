/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.github.camelvideo.springboot.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

/**
 * A {@link SpringBootTest} in which both components call a simulator: a bean of type
 * {@link io.github.camelvideo.simulator.VideoCloudSimulator} is started on a free port, and properties of the application name its address
 * and its keys instead of those of the vendor.
 *
 * <p>The simulator lives as long as the application context, which Spring keeps for all tests with the same configuration. Devices, alarms
 * and scripted answers stay from one test to the next, because the routes of the application go on reading them; injected faults end with
 * the test method. A bean of type {@link io.github.camelvideo.simulator.SimulatorBuilder}, such as one with a clock or a catalog, decides how
 * the simulator starts; its accounts must include the default one.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@SpringBootTest
@TestExecutionListeners(listeners = FaultsListener.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
public @interface VideoCloudSimulatorTest {

    /** Properties of the application, as {@code key=value}. */
    @AliasFor(annotation = SpringBootTest.class)
    String[] properties() default {};

    /** Classes of the application; by default the one with {@code @SpringBootApplication} is searched. */
    @AliasFor(annotation = SpringBootTest.class)
    Class<?>[] classes() default {};

    /** Whether a web server is started; by default none, and a web application gets a mock of one. */
    @AliasFor(annotation = SpringBootTest.class)
    WebEnvironment webEnvironment() default WebEnvironment.MOCK;
}
