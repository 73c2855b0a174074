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

import io.github.camelvideo.simulator.SimulatorBuilder;
import io.github.camelvideo.simulator.VideoCloudSimulator;
import java.util.function.Supplier;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/** Registers the simulator, and the properties that lead the components to it. Equal ones share a context. */
record SimulatorCustomizer() implements ContextCustomizer {

    private static final String BEAN = "videoCloudSimulator";

    @Override
    public void customizeContext(ConfigurableApplicationContext application, MergedContextConfiguration configuration) {
        Supplier<VideoCloudSimulator> start = () -> application
                .getBeanProvider(SimulatorBuilder.class)
                .getIfAvailable(VideoCloudSimulator::builder)
                .start();
        ((BeanDefinitionRegistry) application.getBeanFactory())
                .registerBeanDefinition(BEAN, closedWithTheContext(start));
        application.getEnvironment().getPropertySources().addFirst(new SimulatorProperties(() -> application
                .getBean(BEAN, VideoCloudSimulator.class)
                .url()));
    }

    private static RootBeanDefinition closedWithTheContext(Supplier<VideoCloudSimulator> start) {
        RootBeanDefinition simulator = new RootBeanDefinition(VideoCloudSimulator.class, start);
        simulator.setDestroyMethodName("close");
        return simulator;
    }
}
