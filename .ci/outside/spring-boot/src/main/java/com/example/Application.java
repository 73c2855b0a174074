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
package com.example;

import com.example.checks.Checks;
import com.example.checks.Cloud;
import org.apache.camel.CamelContext;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** Starts Spring Boot with the options of {@code application.properties}, runs the checks and ends. */
@SpringBootApplication
public class Application {

    public static void main(String[] args) throws Exception {
        try (Cloud cloud = new Cloud()) {
            System.setProperty("cloud.url", cloud.url());
            try (ConfigurableApplicationContext context = SpringApplication.run(Application.class, args)) {
                context.getBean(Checks.class).run(context.getBean(CamelContext.class));
            }
        }
    }

    @Bean
    Checks checks() {
        return new Checks();
    }
}
