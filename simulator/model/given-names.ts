export const GIVEN_NAMES = {
  female:
    'Ada Aisha Alma Amara Anjali Beatriz Bronwyn Camila Carmen Chidinma Clara Daphne Delia Dolores Edith Elena Esperanza Farida Fatima Fiona Genevieve Grace Hanna Harriet Hoa Imani Ingrid Irene Jasmine Joan Josefina Kavita Keisha Kiona Lan Latoya Leila Lucia Mabel Marisol Mei Mina Naomi Nadia Nkechi Noor Odette Olga Paloma Priya Quyen Rachel Rosa Ruth Sabine Salma Shanice Simone Soledad Svetlana Tamika Teresa Thandi Uma Valentina Vera Wilma Xiomara Yesenia Yuki Zahra Zora'.split(
      ' ',
    ),
  male: 'Abel Ahmed Alonzo Amir Andre Anton Arjun Bao Bashir Benedict Calvin Carlos Cedric Chike Dante Darnell Desmond Diego Dmitri Earl Eduardo Elias Emeka Enzo Ezra Felix Francisco Gabriel Gideon Guillermo Hakim Hector Hiro Hugo Ibrahim Isaac Ivan Jamal Javier Jerome Joaquin Kareem Kenji Kwame Lamar Leon Lionel Luther Malik Marcus Mateo Milo Nikhil Omar Otis Pablo Percy Quentin Rafael Raj Reuben Roman Samir Silas Stefan Tariq Terrence Tobias Ulises Victor Wendell Xavier Yusuf Zeke'.split(
    ' ',
  ),
  other:
    'Alex Ari Arden Blair Casey Darcy Ellis Frankie Hollis Indigo Jules Kai Lane Marlowe Nico Oakley Perry Quinn River Rowan Sage Shiloh Tatum Wren'.split(
      ' ',
    ),
} as const;
