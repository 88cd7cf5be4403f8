package org.evenhand.app;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.parser.ParserOptions;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The schema as front-end teams read it keeps its conventions, and a crooked one is found out. */
class SchemaConventionTests {

  @Test
  void theSchemaKeepsItsConventions() throws IOException {
    assertThat(SchemaConventions.brokenIn(schema())).isEmpty();
  }

  @Test
  void everyRootFieldSaysWhoMayCallIt() throws IOException {
    assertThat(SchemaConventions.brokenIn(schema()))
        .noneMatch(line -> line.contains("does not say who may call it"));
  }

  @Test
  void whatIsWrongOnPurposeIsFound() {
    TypeDefinitionRegistry crooked =
        parse(
            """
            scalar JSON
            type Query { customers(first: Int): CustomerConnection }
            type Mutation { banCustomer(id: ID!): Boolean }
            type CustomerConnection { edges: [String] }
            type Customer { serviceAreaId: ID "A vexatious one." label: String }
            input BanCustomerInput { why: String }
            """);

    assertThat(SchemaConventions.brokenIn(crooked))
        .contains(
            "JSON: a scalar says where it is specified",
            "JSON: no scalar that holds anything",
            "Query.customers: has no description",
            "Query.customers(first): has no description",
            "Query.customers: does not say who may call it",
            "Mutation.banCustomer: does not say who may call it",
            "Mutation.banCustomer: takes one argument input: BanCustomerInput!",
            "Mutation.banCustomer: returns BanCustomerPayload!",
            "BanCustomerInput: carries an idempotencyKey",
            "CustomerConnection.edges: is [CustomerEdge!]!",
            "Customer.serviceAreaId: objects, not foreign ids",
            "Customer.label: says \"vexatious\"");
  }

  static TypeDefinitionRegistry schema() throws IOException {
    var whole = new TypeDefinitionRegistry();
    try (var files = Files.list(Path.of(System.getProperty("evenhand.root"), "schema"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".graphqls")).sorted().toList()) {
        whole.merge(parse(Files.readString(file)));
      }
    }
    return whole;
  }

  private static TypeDefinitionRegistry parse(String sdl) {
    return new SchemaParser()
        .parse(new java.io.StringReader(sdl), ParserOptions.getDefaultSdlParserOptions());
  }
}
